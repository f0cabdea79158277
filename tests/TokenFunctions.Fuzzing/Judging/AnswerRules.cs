using System.Text.Json;
using System.Text.RegularExpressions;
using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Fuzzing.Wire;

namespace TokenFunctions.Fuzzing.Judging;

/// <summary>What must hold of every answer, whatever was asked.</summary>
internal static partial class AnswerRules
{
    private static readonly string[] Types = ["application/json; charset=utf-8", "application/schema+json", "text/plain; charset=utf-8"];
    // The page for people and its files.
    private static readonly string[] OfPages =
        ["text/html; charset=utf-8", "text/javascript; charset=utf-8", "text/css; charset=utf-8", "image/svg+xml"];
    private static readonly int[] Successes = [200, 201, 202, 204, 304, 308];
    // What the web server says by itself of what is no HTTP, or too much of it; 405 is a target of another method, 505
    // another version.
    private static readonly int[] OfServer = [400, 405, 408, 411, 413, 414, 431, 501, 505];
    private const string ProblemType = "application/problem+json; charset=utf-8";

    // Where a provider is asked, its failures are told so.
    private static readonly string[] Asking = ["/api/token", "/api/cache/token", "/api/realm-test", "/test"];
    private static readonly string[] OfProviders =
    [
        "upstream_unavailable", "upstream_throttled", "upstream_quota", "upstream_ip_denied", "upstream_bad_credentials", "upstream_token_invalid",
        "upstream_rejected", "reauthorize", "uncertain", "egress_refused", "waiting_for_input", "renewal_in_progress",
        // A secret that another request is just removing: its values are taken out first.
        "vault_unavailable",
    ];

    /// <summary>What is wrong with the answer; null = nothing.</summary>
    public static string? Complain(FuzzRequest request, WireAnswer answer)
    {
        if (answer.IsBare && answer.Closes && request.Framing != Framing.Sound && OfServer.Contains(answer.Status)) return null;
        if (answer.Header("Server") is not null) return "a Server header";
        if (answer.Header("X-Content-Type-Options") != "nosniff") return $"{answer.Status} without nosniff";
        return Leaks.Find(request, answer)
            ?? (Successes.Contains(answer.Status) ? Success(request, answer) : Problem(request, answer));
    }

    private static string? Success(FuzzRequest request, WireAnswer answer)
    {
        if (answer.Status is 204 or 304 or 308 || request.IsHead) return null;
        var type = answer.Header("Content-Type");
        if (OfPages.Contains(type)) return answer.Header("Content-Security-Policy") is null ? $"{type} without a policy" : null;
        if (!Types.Contains(type)) return $"{answer.Status} of type {type}";
        var mayBeKept = request.Route.Contains("openapi.json", StringComparison.Ordinal) || request.Route.Contains("/api/console", StringComparison.Ordinal);
        if (type == Types[0] && !mayBeKept && answer.Header("Cache-Control") != "no-store") return $"{answer.Status} may be kept";
        return type == Types[2] || Parse(answer) is not null ? null : $"{answer.Status} with broken JSON";
    }

    private static string? Problem(FuzzRequest request, WireAnswer answer)
    {
        if (answer.Header("Content-Type") != ProblemType) return $"{answer.Status} that is no problem";
        if (answer.Header("Cache-Control") != "no-store") return $"{answer.Status} may be kept";
        if (request.IsHead) return answer.Status < 500 ? null : $"{answer.Status}";
        if (Parse(answer) is not { ValueKind: JsonValueKind.Object } problem) return $"{answer.Status} with broken JSON";
        var code = Text(problem, "code");
        if (!Code().IsMatch(code)) return $"{answer.Status} with the code '{code}'";
        if (Text(problem, "detail").Length is 0 or > 4000) return $"{answer.Status} {code} with no detail, or a long one";
        if (!problem.TryGetProperty("status", out var status) || status.GetInt32() != answer.Status) return $"{answer.Status} {code} with another status in it";
        return Server(request, answer.Status, code);
    }

    private static string? Server(FuzzRequest request, int status, string code)
    {
        if (status < 400) return $"{status} {code}";
        if (status < 500) return null;
        // Another request changed what the import had compared.
        if ((status, code) == (503, "import_incomplete")) return null;
        var line = System.Text.Encoding.Latin1.GetString(request.Bytes.AsSpan(0, Math.Min(request.Bytes.Length, 9000))).Split(' ');
        var mayAsk = Asking.Any(part => request.Route.Contains(part, StringComparison.Ordinal) || (line.Length > 1 && line[1].Contains(part, StringComparison.OrdinalIgnoreCase)));
        return status is 502 or 503 && mayAsk && OfProviders.Contains(code) ? null : $"{status} {code}";
    }

    private static string Text(JsonElement problem, string name) =>
        problem.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static JsonElement? Parse(WireAnswer answer)
    {
        try
        {
            return JsonElement.Parse(answer.Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[a-z][a-z_]{2,60}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
