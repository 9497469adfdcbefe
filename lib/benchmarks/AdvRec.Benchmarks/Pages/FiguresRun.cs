using System.Text;
using System.Text.Json;
using AdvRec.Testing;

namespace AdvRec.Benchmarks.Pages;

/// <summary>What the figures that readers move weigh, how soon they are painted, and how long a step of their controls takes, on the pages of a report, in headless Chromium.</summary>
internal static class FiguresRun
{
    private const int Loads = 5;

    /// <summary>Before anything else on a page: a frame's work is done when a message that its callback posted arrives, which is after style, layout and paint.</summary>
    private const string Prepare = """
        window.frameOf = act => new Promise(done => requestAnimationFrame(() => {
          const channel = new MessageChannel(), start = performance.now();
          channel.port1.onmessage = () => done(performance.now() - start);
          act();
          channel.port2.postMessage(0);
        }));
        window.addEventListener("load", () => {
          const loaded = performance.now();
          frameOf(() => { }).then(() => window.painted = performance.now() - loaded);
        });
        """;

    /// <summary>Every control of a figure through all that it offers, at most a hundred steps each.</summary>
    private const string Steps = """
        async at => {
          const figure = document.querySelectorAll("[data-advrec-movable]")[at], took = [];
          figure.scrollIntoView();
          // The frames after it paint what was out of sight.
          for (let frame = 0; frame < 10; frame++) await frameOf(() => { });
          for (const control of figure.querySelectorAll("[data-sizes]")) {
            const start = control.value, size = +control.dataset.sizes;
            for (let step = 1; step <= Math.min(size, 100); step++) {
              took.push(await frameOf(() => {
                control.value = (+start + step) % size;
                control.dispatchEvent(new Event("input"));
              }));
            }
          }
          return took;
        }
        """;

    public static int Run(string folder)
    {
        var pages = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.html").Order(StringComparer.Ordinal).ToArray() : [];
        if (pages.Length == 0)
        {
            Console.Error.WriteLine($"No pages in '{folder}': make them with 'advrec report', or name their folder with --pages.");
            return 2;
        }

        RunAsync(pages).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(IReadOnlyList<string> pages)
    {
        await using var browser = await Browser.LaunchAsync();
        foreach (var path in pages.Where(path => File.ReadAllText(path).Contains("data-advrec-movable=", StringComparison.Ordinal)))
        {
            List<double> painted = [];
            for (var load = 0; load < Loads; load++)
            {
                await using var opened = await browser.OpenAsync(path, width: 1280, prepare: Prepare);
                await opened.Page.WaitForFunctionAsync("() => window.painted !== undefined");
                painted.Add(await opened.Page.EvaluateAsync<double>("() => window.painted"));
                if (load == Loads - 1)
                    await PrintFiguresAsync(Path.GetFileName(path), opened, painted);
            }
        }
    }

    private static async Task PrintFiguresAsync(string page, OfflinePage opened, List<double> painted)
    {
        // Plots that are still being drawn would be measured, too.
        await opened.Page.WaitForFunctionAsync("() => document.querySelectorAll('.advrec-plot > div[id]:not([data-drawn=done])').length === 0");
        var titlesAndMarkup = await opened.Page.Locator("[data-advrec-movable]").EvaluateAllAsync<string[]>("all => all.flatMap(figure => [figure.querySelector('figcaption').textContent, figure.outerHTML])");
        foreach (var (at, figure) in titlesAndMarkup.Chunk(2).Index())
        {
            var steps = (await opened.Page.EvaluateAsync<double[]>(Steps, at)).Order().ToArray();
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                page,
                figure = figure[0],
                kilobytes = Rounded(Encoding.UTF8.GetByteCount(figure[1]) / 1000.0),
                firstPaintMs = Rounded(painted.Order().ElementAt(painted.Count / 2)),
                firstPaintMostMs = Rounded(painted.Max()),
                steps = steps.Length,
                stepMs = Rounded(steps[steps.Length / 2]),
                stepMostMs = Rounded(steps[^1]),
            }));
        }
    }

    private static double Rounded(double value) => Math.Round(value, 1);
}
