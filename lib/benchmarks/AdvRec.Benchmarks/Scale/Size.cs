namespace AdvRec.Benchmarks.Scale;

/// <summary>A synthetic data set's size.</summary>
internal readonly record struct Size(int Users, int Items, int Pairs);
