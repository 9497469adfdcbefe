using AdvRec.Training;

namespace AdvRec.Cli.Studies;

/// <summary>The recipes' names on the command line.</summary>
internal static class RecipeNames
{
    private static readonly Dictionary<string, AdversarialRecipe> ByName = new()
    {
        ["hands-on"] = AdversarialRecipe.HandsOn,
        ["corrected"] = AdversarialRecipe.Corrected,
        ["apr"] = AdversarialRecipe.Apr,
        ["plain"] = AdversarialRecipe.Plain,
        ["random-direction"] = AdversarialRecipe.RandomDirection,
    };

    public static IEnumerable<string> All => ByName.Keys;

    public static AdversarialRecipe Parse(string name) => ByName[name];

    public static string Of(AdversarialRecipe recipe) => ByName.Single(entry => entry.Value == recipe).Key;
}
