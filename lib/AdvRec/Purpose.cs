namespace AdvRec;

/// <summary>What a stream of random numbers is for. Streams of different purpose never meet. The numbers are part of the format.</summary>
internal enum Purpose
{
    UserFactors = 1,
    ItemFactors = 2,
    Shuffle = 3,
    TrainingNegatives = 4,
    AttackNegatives = 5,
    Noise = 6,
    Bootstrap = 7,
    FakeProfiles = 8,
    TargetItems = 9,
    TrainingDirections = 20,
    StartRadii = 21,
    Validation = 22,
}
