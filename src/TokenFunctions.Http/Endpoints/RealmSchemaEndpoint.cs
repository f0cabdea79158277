using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Hands out the JSON Schema of a realm, for editors.</summary>
internal static class RealmSchemaEndpoint
{
    /// <summary>The media type of JSON Schema (draft 2020-12, §14.1).</summary>
    public const string MediaType = "application/schema+json";

    private const string Resource = "realm.schema.json";
    private static readonly KeptDocument Document = new(MediaType, Load);

    public static Task<Answer> Read(HttpContext context) => Document.ReadAsync(context);

    private static string Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(file, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
