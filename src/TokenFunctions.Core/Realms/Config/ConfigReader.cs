using System.Text.Json;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads a whole config.</summary>
internal static class ConfigReader
{
    private static readonly string[] Known =
    [
        "url", "method", "content_type", "arguments", "auth", "token_path", "expires_in_path", "response", "attach",
        "policy",
    ];

    private static readonly string[] Methods = ["POST", "GET", "PUT"];
    private static readonly string[] ContentTypes = ["json", "form"];

    /// <summary>The plan; null when there are faults.</summary>
    public static RealmPlan? Read(JsonElement value, ConfigFaults faults)
    {
        if (ConfigObject.Read(value, "/config", faults, Known) is not { } config) return null;
        var url = UrlReader.Read(config);
        var method = Method(config);
        var isForm = config.Choice("content_type", ContentTypes) == "form";
        var places = new ArgumentPlaces(url?.Query ?? []);
        new ArgumentReader(places, method == HttpMethod.Get, isForm).Read(config);
        var auth = AuthReader.Read(config, places.Headers);
        var response = ResponseReader.Read(config);
        var attach = AttachReader.Read(config);
        var policy = PolicyReader.Read(config);
        if (faults.Errors.Count > 0 || url is null || response is null) return null;
        var request = new Requests.RequestPlan
        {
            Method = method,
            Url = url with { Query = places.Query },
            Headers = places.Headers,
            Auth = auth,
            Body = places.Body,
        };
        return new()
        {
            Policy = policy,
            Attach = attach,
            SecretFields = request.Fields,
            Request = request,
            Response = response,
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
