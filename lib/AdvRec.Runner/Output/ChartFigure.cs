using System.Text.Json.Nodes;

namespace AdvRec.Runner.Output;

/// <summary>A chart of a notebook's own, as the figure that plotly.js draws: what its author left open is the page's to choose, such as width and colours.</summary>
internal static class ChartFigure
{
    private const string Ink = "currentcolor";
    private const string Transparent = "rgba(0,0,0,0)";
    private const string Grey = "#808080";
    private const string FaintGrey = "rgba(128,128,128,0.3)";
    private static readonly string[] Backgrounds = ["bgcolor", "backgroundcolor", "landcolor", "lakecolor"];

    /// <param name="chart">Data, layout and config as JSON.</param>
    /// <param name="usual">The same of a chart about which nothing was said.</param>
    public static JsonObject ForPage(string chart, string usual)
    {
        var figure = JsonNode.Parse(chart)!.AsObject();
        var layout = Part(figure, "layout");
        var usualLayout = Part(JsonNode.Parse(usual)!.AsObject(), "layout");
        foreach (var size in new[] { "width", "height" })
        {
            if (JsonNode.DeepEquals(layout[size], usualLayout[size]))
                layout.Remove(size);
        }

        if (JsonNode.DeepEquals(layout["template"], usualLayout["template"]))
            TakeColours(Part(layout, "template"));
        var config = Part(figure, "config");
        config["displaylogo"] = false;
        config["responsive"] = false;
        return figure;
    }

    public static string Title(JsonObject figure) => Part(figure, "layout")["title"] switch
    {
        JsonValue title => title.ToString(),
        JsonObject title when title["text"] is { } text => text.ToString(),
        _ => "Chart",
    };

    private static void TakeColours(JsonObject template)
    {
        Recolour(template, "", "");
        var layout = Part(template, "layout");
        Part(layout, "font")["color"] = Ink;
        layout["modebar"] = new JsonObject { ["bgcolor"] = Transparent, ["color"] = Grey, ["activecolor"] = Grey };
        // What is drawn by the graphics card cannot follow the page, and is legible on any.
        foreach (var axis in new[] { "xaxis", "yaxis", "zaxis" })
            Part(Part(layout, "scene"), axis)["color"] = Grey;
    }

    private static void Recolour(JsonNode? node, string parent, string grandparent)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                Recolour(item, parent, grandparent);
        }

        if (node is not JsonObject part)
            return;
        foreach (var (name, value) in part.ToList())
        {
            if (value is JsonValue && name.EndsWith("color", StringComparison.Ordinal))
                part[name] = Colour(name, parent, grandparent);
            else
                Recolour(value, name, parent);
        }
    }

    private static string Colour(string name, string parent, string grandparent) =>
        Backgrounds.Any(name.EndsWith) || parent == "fill" || grandparent == "marker" ? Transparent
        : name.EndsWith("gridcolor", StringComparison.Ordinal) ? FaintGrey
        : name.EndsWith("linecolor", StringComparison.Ordinal) || name == "subunitcolor" ? Grey
        : Ink;

    private static JsonObject Part(JsonObject whole, string name)
    {
        if (whole[name] is not JsonObject part)
            whole[name] = part = [];
        return part;
    }
}
