using System.CommandLine;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec study</c>: claims of papers, over seeds and against controls.</summary>
internal sealed class StudyCommand : Command
{
    public StudyCommand()
        : base("study", "Put a paper's claim to the test, over seeds and against controls.") => Add(new StudyAprCommand());
}
