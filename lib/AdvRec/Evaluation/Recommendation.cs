namespace AdvRec.Evaluation;

/// <summary>An item on a list of recommendations.</summary>
/// <param name="Item">Item id, from 0.</param>
/// <param name="Score">The model's score; a higher one ranks first.</param>
public readonly record struct Recommendation(int Item, float Score);
