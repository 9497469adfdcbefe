using System.CommandLine;
using AdvRec.Benchmarks.Bdn;
using AdvRec.Benchmarks.Pages;
using AdvRec.Benchmarks.Quick;
using AdvRec.Benchmarks.Scale;

var dataset = new Option<string?>("--dataset") { Description = "Data set: a name, or a folder with train.tsv and test.tsv. Default: movielens-500 if it is there, else movielens-small." };
var quick = new Command("quick", "One JSON line per workload, in under three minutes.") { dataset };
quick.SetAction(parsed => QuickRun.Run(parsed.GetValue(dataset)));

var pairs = new Option<int>("--pairs") { Description = "Largest number of training pairs.", DefaultValueFactory = _ => ScaleRun.MostPairs };
var full = new Option<bool>("--full") { Description = "Run the whole adversarial epoch instead of a share of its batches." };
var scale = new Command("scale", "Time per triple and memory as the data grow; one JSON line each.") { pairs, full };
scale.SetAction(parsed => ScaleRun.Run(parsed.GetValue(pairs), parsed.GetValue(full)));

var rows = new Option<int>("--rows") { Description = "Number of ratings.", DefaultValueFactory = _ => PrepareRun.MostRows };
var prepare = new Command("prepare", "Preparing raw ratings: speed and memory, layout by layout; one JSON line each.") { rows };
prepare.SetAction(parsed => PrepareRun.Run(parsed.GetValue(rows)));

var pages = new Option<string>("--pages") { Description = "Folder of a report's pages.", DefaultValueFactory = _ => "reports" };
var figures = new Command("figures", "Figures that readers move, on their pages in Chromium: size, first paint, steps; one JSON line each.") { pages };
figures.SetAction(parsed => FiguresRun.Run(parsed.GetValue(pages)!));

var filter = new Argument<string>("filter") { Description = "Part of a benchmark's name.", DefaultValueFactory = _ => "" };
var bdn = new Command("bdn", "BenchmarkDotNet; options it knows are passed on.") { filter };
bdn.TreatUnmatchedTokensAsErrors = false;
bdn.SetAction(parsed => BdnRun.Run(parsed.GetValue(filter)!, parsed.UnmatchedTokens));

return new RootCommand("Benchmarks of the library.") { quick, scale, prepare, figures, bdn }.Parse(args).Invoke();
