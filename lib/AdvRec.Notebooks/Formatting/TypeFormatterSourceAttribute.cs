namespace AdvRec.Notebooks.Formatting;

/// <summary>.NET Interactive finds this attribute, and the members of what it names, by their names alone; so no package of its is needed.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [];
}
