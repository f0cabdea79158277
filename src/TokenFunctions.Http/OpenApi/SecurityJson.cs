using System.Text.Json;

namespace TokenFunctions.Http.OpenApi;

/// <summary>How whoever asks shows who it is, in the contract.</summary>
internal static class SecurityJson
{
    // Under the Functions host its own key is needed too, unless the app trusts it for all.
    private const string Ways = """
        { "security": [
          { "api_key": [] },
          { "bearer": [] },
          { "function_key": [], "api_key": [] },
          { "function_key": [], "bearer": [] },
          { "function_key": [] }
        ] }
        """;

    private const string Optional = """{ "security": [{}, { "api_key": [] }, { "bearer": [] }] }""";

    private const string Schemes = """
        { "securitySchemes": {
          "api_key": {
            "type": "apiKey",
            "in": "header",
            "name": "x-api-key",
            "description": "A caller's key, or the admin key."
          },
          "bearer": {
            "type": "http",
            "scheme": "bearer",
            "description": "The same key, or a token of Entra where App Service authentication checks it."
          },
          "function_key": {
            "type": "apiKey",
            "in": "header",
            "name": "x-functions-key",
            "description": "The key of the Functions host, where one is in front; it is checked there."
          }
        } }
        """;

    /// <summary>What routes ask for, unless they say otherwise.</summary>
    public static void WriteOfAll(Utf8JsonWriter writer) => writer.WriteRawMembers(Ways);

    /// <summary>What routes ask for that serve anybody.</summary>
    public static void WriteOptional(Utf8JsonWriter writer) => writer.WriteRawMembers(Optional);

    /// <summary>The schemes, among the components.</summary>
    public static void WriteSchemes(Utf8JsonWriter writer) => writer.WriteRawMembers(Schemes);
}
