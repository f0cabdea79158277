using System.Text.Json;
using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads what is sent, for the main exchange and for a step alike.</summary>
internal static class ExchangeReader
{
    private static readonly string[] Methods = ["POST", "GET", "PUT"];

    /// <summary>The request; null when there is a fault.</summary>
    public static RequestPlan? Request(ConfigObject config)
    {
        var before = config.Check.Errors.Count;
        var url = UrlReader.Read(config);
        var method = Method(config);
        var body = BodyReader.Read(config, method == HttpMethod.Get);
        var arguments = new ArgumentReader(body, url).Read(config);
        // After a fault the names are not all known, and whatever was said of them could be wrong.
        if (url is not null && config.Check.Errors.Count == before) PathNames.Check(config, url, arguments);
        var auth = AuthReader.Read(config, arguments);
        IReadOnlyList<Argument> all = [.. body.Members, .. arguments];
        return url is null ? null : new RequestPlan
        {
            Method = method,
            Url = url,
            Arguments = all,
            Auth = auth,
            Body = body.IsGiven || all.Any(argument => argument.Place == ArgumentPlace.Body) ? body.Body : null,
            Accept = Accept(config),
        };
    }

    // The first system handed the method to a client that takes it in any case.
    private static HttpMethod Method(ConfigObject config)
    {
        const string allowed = "GET, POST or PUT";
        if (config.Text("method", allowed) is not { } text) return HttpMethod.Post;
        if (Methods.Contains(text, StringComparer.OrdinalIgnoreCase)) return HttpMethod.Parse(text.ToUpperInvariant());
        config.Fault("method", $"is `{ConfigText.Show(text)}`; use {allowed}");
        return HttpMethod.Post;
    }

    // A provider that knows several forms, as AWS STS, would else answer JSON where the realm reads XML.
    private static string Accept(ConfigObject config)
    {
        var format = config.Find("response") is { ValueKind: JsonValueKind.Object } response
            && response.TryGetProperty("format", out var given) && given.ValueKind == JsonValueKind.String
                ? given.GetString()
                : null;
        return format switch
        {
            null or "json" => JsonBody.Json,
            "xml" => "application/xml, text/xml",
            _ => "*/*",
        };
    }
}
