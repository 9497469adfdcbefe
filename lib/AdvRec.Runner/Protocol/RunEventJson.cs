using System.Text.Json.Serialization;

namespace AdvRec.Runner.Protocol;

[JsonSerializable(typeof(RunEvent))]
[JsonSerializable(typeof(RunRequest))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, DefaultBufferSize = 256 * 1024)]
internal sealed partial class RunEventJson : JsonSerializerContext;
