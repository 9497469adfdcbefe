using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Running;

namespace AdvRec.Cli.Reports;

/// <summary>Tells the user how far the report is. Calls come from several threads.</summary>
internal interface IReportProgress
{
    void CellStarted(Notebook notebook, Cell cell);

    void Finished(ExecutedNotebook executed, string page);
}
