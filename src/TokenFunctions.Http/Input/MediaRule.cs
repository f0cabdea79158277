using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>Bodies are JSON in UTF-8 and nothing else, so that no form of a foreign web page can be one.</summary>
internal static class MediaRule
{
    public static bool HasBody(HttpContext context) =>
        (context.Features[typeof(IHttpRequestBodyDetectionFeature)] as IHttpRequestBodyDetectionFeature)?.CanHaveBody
        ?? context.Request.ContentLength > 0;

    /// <summary>What is wrong with the body's announced form; null = nothing.</summary>
    public static Problem? Check(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return InputProblem.UnsupportedMedia("The body has no content type that can be read.");
        if (!type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return InputProblem.UnsupportedMedia("The body is not announced as JSON.");
        if (type.Charset.HasValue
            && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return InputProblem.UnsupportedMedia("The body is in another charset.");
        return request.Headers.ContentEncoding.Count > 0 && !IsIdentity(request.Headers.ContentEncoding.ToString())
            ? InputProblem.UnsupportedMedia("The body is compressed.")
            : null;
    }

    private static bool IsIdentity(string encoding) => encoding.Equals("identity", StringComparison.OrdinalIgnoreCase);
}
