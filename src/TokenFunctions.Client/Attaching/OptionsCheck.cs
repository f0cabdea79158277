using TokenFunctions.Client.Attaching.Hosts;
using TokenFunctions.Client.Attaching.Placing;

namespace TokenFunctions.Client.Attaching;

/// <summary>Takes the options of a handler, if they can be used.</summary>
internal static class OptionsCheck
{
    /// <summary>The options as they are now.</summary>
    /// <exception cref="ArgumentException">Some cannot be used; it names each.</exception>
    public static TokenHandlerOptions Taken(TokenHandlerOptions options)
    {
        var faults = Faults(options).ToList();
        if (faults.Count > 0) throw new ArgumentException(string.Join(' ', faults), nameof(options));
        return options with { Hosts = [.. options.Hosts] };
    }

    private static IEnumerable<string> Faults(TokenHandlerOptions options)
    {
        foreach (var host in options.Hosts.Concat(options.Attach?.Hosts ?? []))
            if (NamedHost.TryParse(host) is null)
                yield return $"Hosts holds `{host}`; use api.example.com, *.example.com, api.example.com:8443 or "
                    + "http://127.0.0.1:5000.";
        if (options is { Attach: not null, Put: not null })
            yield return "Attach and Put both say how the token is put on a request; set one.";
        if (options.MinTtl < TimeSpan.Zero) yield return "MinTtl is negative; use zero or more.";
        if (options.BufferLimit < 0) yield return "BufferLimit is negative; use zero or more.";
        if (options.PeekLimit < 0) yield return "PeekLimit is negative; use zero or more.";
        if (options.MaxRedirects < 0) yield return "MaxRedirects is negative; use zero or more.";
        foreach (var fault in options.Attach is { } rule ? AttachFaults.Of(rule) : []) yield return fault;
    }
}
