using System.CommandLine;
using AdvRec.Cli.Commands;

var root = new RootCommand("Adversarial recommender systems: notebooks to pages.")
{
    new ReportCommand(),
    new RunCommand(),
};
return await CommandLine.InvokeAsync(root, args);
