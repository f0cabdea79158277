using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Hands out the JSON Schema of a realm, for editors.</summary>
internal static class RealmSchemaEndpoint
{
    /// <summary>The media type of JSON Schema (draft 2020-12, §14.1).</summary>
    public const string MediaType = "application/schema+json";

    private const string Resource = "realm.schema.json";
    // It changes with a release only, and an editor asks for it with every file that it opens.
    private const string OneHour = "max-age=3600";

    private static readonly Lazy<Answer> Whole = new(Load);

    public static Task<Answer> Read(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        var known = EntityTag.Known(context.Request, fault);
        if (fault.Problem is { } problem) return Task.FromResult<Answer>(problem);
        var answer = Whole.Value;
        return Task.FromResult(EntityTag.Has(known, answer.ETag!)
            ? new Answer(StatusCodes.Status304NotModified) { ETag = answer.ETag, CacheControl = OneHour }
            : answer);
    }

    private static Answer Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(file, Encoding.UTF8);
        var text = reader.ReadToEnd();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new Answer(StatusCodes.Status200OK)
        {
            Text = text,
            TextType = MediaType,
            ETag = $"\"{hash[..16]}\"",
            CacheControl = OneHour,
        };
    }
}
