using System.Text.Json.Serialization;

namespace AdvRec.Runner.Protocol;

[JsonSerializable(typeof(RunEvent))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class RunEventJson : JsonSerializerContext;
