using TokenFunctions.Hosting.Settings;

namespace TokenFunctions.Host.Demo;

/// <summary>What the app prints for a person who started it by hand.</summary>
internal static class DemoText
{
    public static string Demo(string service, string provider, ServiceSettings settings)
    {
        var key = KeyOf(settings);
        return $"""

            TokenFunctions is at {service}, with a sample provider at {provider}.
            The realm 'demo' and its secret 'first' are registered. Try:

              curl{key} '{service}/api/cache/token?realm=demo&key=first'
              curl{key} '{service}/api/token?realm=demo&key=first&flush=true'
              curl{key} '{service}/api/status/demo/first'

            {ConsoleLine(service, settings)}
            Ctrl-C ends both.

            """;
    }

    public static string Started(string service, ServiceSettings settings) =>
        settings.Core is null ? Plain(service, settings) : Front(service, settings.Core.Url);

    private static string Front(string service, Uri core) => $"""

        TokenFunctions is at {service}, a front of the core at {core}.
        Realms, secrets and states are at the core; callers of this front are made here with POST /api/caller.

        """;

    private static string Plain(string service, ServiceSettings settings)
    {
        var key = KeyOf(settings);
        return $"""

            TokenFunctions is at {service}.
            Create a realm with POST /api/realm, its secret with POST /api/secret, then:

              curl{key} '{service}/api/cache/token?realm=REALM&key=KEY'

            {ConsoleLine(service, settings)}
            README.md has a first token for WeCom, WeChat and OAuth 2; --demo starts a sample provider to try.

            """;
    }

    private static string KeyOf(ServiceSettings settings) =>
        settings.AdminKey is null ? "" : " -H \"x-api-key: $TokenFunctions__AdminKey\"";

    private static string ConsoleLine(string service, ServiceSettings settings) => settings.ServesConsole
        ? $"The console, in a browser: {service}/api/console"
        : "The console is off (TokenFunctions__Console).";
}
