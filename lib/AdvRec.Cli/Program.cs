using System.CommandLine;
using AdvRec.Cli.Commands;

var root = new RootCommand("Adversarial recommender systems: notebooks to pages, the hands-on, data sets.")
{
    new ReportCommand(),
    new RunCommand(),
    new ConvertCommand(),
    new HandsOnCommand(),
    new StudyCommand(),
    new DataCommand(),
    new CheckCommand(),
};
return await CommandLine.InvokeAsync(root, args);
