using System.Globalization;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Remote;

/// <summary>Where the service's route for tokens is.</summary>
internal sealed class ServiceAddress
{
    private readonly string place;

    /// <summary>The route at a service.</summary>
    /// <param name="service">The service's address, with a path where it stands under one; one without a
    /// <see cref="Fault"/>.</param>
    /// <param name="route">The route.</param>
    public ServiceAddress(Uri service, ServiceRoute route)
    {
        Name = service.GetLeftPart(UriPartial.Authority);
        place = $"{Name}{service.AbsolutePath.TrimEnd('/')}{route.Path}";
    }

    /// <summary>Scheme, host and port, for messages.</summary>
    public string Name { get; }

    /// <summary>Why keys cannot be sent to an address; null = they can.</summary>
    public static string? Fault(Uri? service)
    {
        const string Setting = nameof(TokenFunctionsOptions.Address);
        if (service is not { IsAbsoluteUri: true })
            return $"{Setting} must be the whole address of the token service, such as https://tokens.example.com.";
        if (service.UserInfo.Length > 0 || service.Query.Length > 0 || service.Fragment.Length > 0)
            return $"{Setting} must be an address alone, without user, query or fragment.";
        var isSafe = service.Scheme == Uri.UriSchemeHttps
            || (service.Scheme == Uri.UriSchemeHttp && service.IsLoopback);
        return isSafe ? null : $"{Setting} must begin with https://; http:// is for a service on this machine.";
    }

    /// <summary>The address that a request goes to.</summary>
    public Uri Of(TokenRequest request)
    {
        var (realm, key) = (Uri.EscapeDataString(request.Key.Realm), Uri.EscapeDataString(request.Key.Key));
        var minTtl = request.MinTtl > TimeSpan.Zero ? Number("min_ttl", Seconds(request.MinTtl)) : "";
        var invalid = request.Invalid is { } generation ? Number("invalid", generation) : "";
        var flush = request.Flush ? "&flush=true" : "";
        return new Uri($"{place}?realm={realm}&key={key}&attach=true{minTtl}{invalid}{flush}");
    }

    private static string Number(string name, long value) =>
        string.Create(CultureInfo.InvariantCulture, $"&{name}={value}");

    private static long Seconds(TimeSpan time) => (long)Math.Ceiling(time.TotalSeconds);
}
