using System.CommandLine;
using System.Globalization;
using AdvRec.Cli.Commands;

// What is typed and printed is the same in every country.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

var root = new RootCommand("Adversarial recommender systems: notebooks to pages, the hands-on, data sets. In a checkout, advrec is: dotnet run --project lib/AdvRec.Cli -c Release --")
{
    new ReportCommand(),
    new RunCommand(),
    new ConvertCommand(),
    new NewCommand(),
    new BundleCommand(),
    new HandsOnCommand(),
    new StudyCommand(),
    new DataCommand(),
    new CheckCommand(),
};
return await CommandLine.InvokeAsync(root, args);
