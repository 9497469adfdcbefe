using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using AdvRec.Cli.Reports.Html;
using AdvRec.Cli.Running;

namespace AdvRec.Cli.Reports;

/// <summary>What it takes to make the page again.</summary>
internal static class PageFooter
{
    public static string Render(ExecutedNotebook executed, ReportOptions options)
    {
        var dataset = options.Dataset is null ? "" : $" --dataset {Path.GetFileName(options.Dataset)}";
        var version = typeof(PageFooter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        var facts = new List<(string Name, string Value)> { ("Notebook", Path.GetFileName(executed.Notebook.Path)) };
        facts.AddRange(executed.Facts.Select(fact => (fact.Key, fact.Value)));
        facts.Add(("Command", $"advrec report {Path.GetFileName(executed.Notebook.Path)}{dataset}"));
        facts.Add(("Versions", $"advrec {version}, {RuntimeInformation.FrameworkDescription}"));
        if (!options.Reproducible)
        {
            facts.Add(("Run time", Duration.Format(executed.Seconds)));
            facts.Add(("Made", DateTimeOffset.Now.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)));
        }

        return $"<footer><dl>\n{string.Concat(facts.Select(fact => $"<div><dt>{fact.Name}</dt><dd>{HtmlText.Encode(fact.Value)}</dd></div>\n"))}</dl></footer>\n";
    }
}
