using System.CommandLine;
using System.Globalization;
using System.Text;
using AdvRec.Cli.Commands;

// Else a console of Windows shows what its code page does not know, such as ε, as question marks.
if (OperatingSystem.IsWindows())
    Console.OutputEncoding = Encoding.UTF8;

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
