using System.Text.Encodings.Web;
using System.Text.Json;

namespace TokenFunctions.Http.Endpoints;

/// <summary>How answers are written as JSON.</summary>
internal static class AnswerJson
{
    public const string MediaType = "application/json; charset=utf-8";

    // What HTML would need is left readable: none of these is HTML, and nosniff keeps browsers from taking one for it.
    public static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
