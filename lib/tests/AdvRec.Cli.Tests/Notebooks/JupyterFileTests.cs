using AdvRec.Cli.Notebooks;

namespace AdvRec.Cli.Tests.Notebooks;

public sealed class JupyterFileTests
{
    [Fact]
    public void Cells_of_every_kind_are_read()
    {
        var text = """
            {"nbformat":4,"nbformat_minor":2,"metadata":{"kernelspec":{"name":".net-csharp"}},"cells":[
              {"cell_type":"markdown","metadata":{},"source":["# A\n","b"]},
              {"cell_type":"code","metadata":{},"source":"1 +\n1","outputs":[],"execution_count":null},
              {"cell_type":"code","metadata":{"polyglot_notebook":{"kernelName":"html"}},"source":["<p>"]},
              {"cell_type":"code","metadata":{"dotnet_interactive":{"language":"mermaid"}},"source":["graph"]},
              {"cell_type":"code","source":["#!fsharp\n","let x = 1"]},
              {"cell_type":"code","metadata":{"dotnet_interactive":{"language":"C#"}},"source":["2"]},
              {"cell_type":"code","metadata":{"polyglot_notebook":{"kernelName":"F#"}},"source":["3"]},
              {"cell_type":"raw","source":["raw"]},
              {"cell_type":"code","source":[]}]}
            """;

        Assert.Equal(["0 markdown:# A\nb", "1 csharp:1 +\n1", "2 html:<p>", "3 mermaid:graph", "4 fsharp:let x = 1", "5 csharp:2", "6 fsharp:3", "0 raw:raw"], Parse(text));
    }

    [Fact]
    public void The_kernel_names_the_language() =>
        Assert.Equal(["1 python:print()"], Parse("""{"nbformat":4,"metadata":{"kernelspec":{"name":"python3","language":"python"}},"cells":[{"cell_type":"code","source":"print()"}]}"""));

    [Theory]
    [InlineData("{\n\"cells\":", "x.ipynb, line 2: it cannot be read as JSON")]
    [InlineData("{}", "x.ipynb, line 1: not a Jupyter notebook")]
    [InlineData("[]", "x.ipynb, line 1: not a Jupyter notebook")]
    [InlineData("null", "x.ipynb, line 1: not a Jupyter notebook")]
    [InlineData("{\"nbformat\":\"4\"}", "x.ipynb, line 1: not a Jupyter notebook")]
    [InlineData("{\"nbformat\":4,\"cells\":\"x\"}", "x.ipynb, line 1: not a Jupyter notebook")]
    [InlineData("{\"nbformat\":4,\"metadata\":[1],\"cells\":[]}", "x.ipynb, line 1: not a Jupyter notebook")]
    [InlineData("{\"nbformat\":4,\"cells\":[1,null]}", "x.ipynb, line 1: not a Jupyter notebook")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"metadata\":\"x\",\"source\":5}]}", "x.ipynb, line 1: not a Jupyter notebook")]
    [InlineData("{\"nbformat\":3}", "x.ipynb, line 1: it is of nbformat 3; only version 4 can be read.")]
    public void Other_files_are_rejected(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<NotebookFormatException>(() => Parse(text).ToList()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(@"a \ud800 b", "a \ufffd b")]
    [InlineData(@"\udc00\ud83d", "\ufffd\ufffd")]
    [InlineData(@"\uD83D\uDE00", "😀")]
    [InlineData(@"\\ud800", @"\ud800")]
    public void Half_of_a_character_is_shown_as_one_that_is_missing(string json, string text) =>
        Assert.Equal([$"1 csharp:{text}"], Parse("""{"nbformat":4,"cells":[{"cell_type":"code","source":["TEXT"]}]}""".Replace("TEXT", json, StringComparison.Ordinal)));

    [Fact]
    public void What_other_tools_keep_in_a_notebook_may_be_nested_deeply()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 500)) + new string(']', 500);

        Assert.Equal(["1 html:x"], Parse("""
            {"nbformat":4,"metadata":{"widgets":DEEP},"cells":[{"cell_type":"code","metadata":{"tool":DEEP,"polyglot_notebook":{"kernelName":"html"}},"source":"x",
             "outputs":[{"output_type":"display_data","data":{"application/json":DEEP}}]}]}
            """.Replace("DEEP", deep, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Parse(string text) => JupyterFile.Read(text, "x.ipynb").Select(cell => $"{cell.Number} {cell.Language}:{cell.Text}");
}
