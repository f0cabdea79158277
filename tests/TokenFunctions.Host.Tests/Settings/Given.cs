using Microsoft.Extensions.Configuration;
using TokenFunctions.Hosting.Settings;

namespace TokenFunctions.Host.Tests.Settings;

/// <summary>Settings as environment variables give them.</summary>
internal static class Given
{
    public static IConfiguration Configuration(params (string Name, string Value)[] variables) => new ConfigurationBuilder()
        .AddInMemoryCollection(variables.Select(v => KeyValuePair.Create(v.Name.Replace("__", ":", StringComparison.Ordinal), (string?)v.Value)))
        .Build();

    public static ServiceSettings Read(params (string Name, string Value)[] variables) => SettingsReader.Read(Configuration(variables));

    public static string Fault(params (string Name, string Value)[] variables) =>
        Assert.Throws<SettingsException>(() => Read(variables)).Message;
}
