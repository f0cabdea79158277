using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads what is sent, for the main exchange and for a step alike.</summary>
internal static class ExchangeReader
{
    private static readonly string[] Methods = ["POST", "GET", "PUT"];
    private static readonly string[] ContentTypes = ["json", "form", "xml", "text"];

    /// <summary>The request; null when there is a fault.</summary>
    public static RequestPlan? Request(ConfigObject config)
    {
        var url = UrlReader.Read(config);
        var method = Method(config);
        var isForm = config.Choice("content_type", ContentTypes) == "form";
        var places = new ArgumentPlaces(url?.Query ?? []);
        new ArgumentReader(places, method == HttpMethod.Get, isForm).Read(config);
        var auth = AuthReader.Read(config, places.Headers);
        return url is null ? null : new RequestPlan
        {
            Method = method,
            Url = url with { Query = places.Query },
            Headers = places.Headers,
            Auth = auth,
            Body = places.Body,
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
}
