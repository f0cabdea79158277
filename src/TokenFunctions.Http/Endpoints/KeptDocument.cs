using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;

namespace TokenFunctions.Http.Endpoints;

/// <summary>A document that changes with a release only. Editors and generators ask for it again and again, so they may
/// keep it for an hour and then ask by its ETag.</summary>
/// <param name="mediaType">What it is.</param>
/// <param name="make">Makes its text, once.</param>
internal sealed class KeptDocument(string mediaType, Func<string> make)
{
    private const string OneHour = "max-age=3600";
    private readonly Lazy<Answer> whole = new(() => Make(mediaType, make()));

    /// <summary>Answers with it, or that the sender has it.</summary>
    public Task<Answer> ReadAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        var known = EntityTag.Known(context.Request, fault);
        if (fault.Problem is { } problem) return Task.FromResult<Answer>(problem);
        var answer = whole.Value;
        return Task.FromResult(EntityTag.Has(known, answer.ETag!)
            ? new Answer(StatusCodes.Status304NotModified) { ETag = answer.ETag, CacheControl = OneHour }
            : answer);
    }

    private static Answer Make(string mediaType, string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new Answer(StatusCodes.Status200OK)
        {
            Text = text,
            TextType = mediaType,
            ETag = $"\"{hash[..16]}\"",
            CacheControl = OneHour,
        };
    }
}
