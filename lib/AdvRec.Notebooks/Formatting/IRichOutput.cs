namespace AdvRec.Notebooks.Formatting;

/// <summary>What a notebook shows as HTML; <see cref="object.ToString"/> says the same as text.</summary>
internal interface IRichOutput
{
    /// <summary>A fragment that stands for itself in any page.</summary>
    string ToHtml();

    /// <summary>The same for .NET Interactive, which shows what it asks for. Verso also asks for what imported files show, and throws it away.</summary>
    string ToShownHtml() => ToHtml();
}
