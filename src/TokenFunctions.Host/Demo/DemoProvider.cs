namespace TokenFunctions.Host.Demo;

/// <summary>The sample provider of <c>--demo</c>, on its usual port where that is free.</summary>
internal static class DemoProvider
{
    public const int UsualPort = 7072;

    public static async Task<SampleProvider> StartAsync()
    {
        try
        {
            return await SampleProvider.StartAsync(new SampleProviderOptions { Port = UsualPort }, TimeProvider.System);
        }
        catch (IOException)
        {
            // Somebody else has the usual port; the realm is registered with whichever it is.
            return await SampleProvider.StartAsync(new SampleProviderOptions(), TimeProvider.System);
        }
    }

    /// <summary>Opens the way out to the provider, and to nothing else on this machine.</summary>
    public static void Allow(this SampleProvider provider, ConfigurationManager configuration)
    {
        const string Allow = "TokenFunctions:Egress:Allow";
        const string Hosts = "TokenFunctions:Egress:Hosts";
        configuration[Allow] = $"{configuration[Allow]} {provider.Address}".Trim();
        // Where it is not set, any host may be called; one entry would be the only one.
        if (configuration[Hosts] is { Length: > 0 } hosts)
            configuration[Hosts] = $"{hosts} {new Uri(provider.Address).Host}";
    }
}
