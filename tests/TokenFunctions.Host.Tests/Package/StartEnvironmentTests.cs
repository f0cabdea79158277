using TokenFunctions.Package.Starting;

namespace TokenFunctions.Host.Tests.Package;

public sealed class StartEnvironmentTests
{
    [Fact]
    public void Settings_of_the_shell_are_not_handed_on_and_all_else_is()
    {
        string[] names =
        [
            "TokenFunctions__VaultUri", "TOKENFUNCTIONS__STORAGE", "OTEL_EXPORTER_OTLP_ENDPOINT", "Kestrel__Endpoints__A__Url",
            "ASPNETCORE_URLS", "PATH", "HOME", "DOTNET_ROOT",
        ];
        var environment = names.ToDictionary(name => name, string? (_) => "set", StringComparer.Ordinal);

        StartEnvironment.Clear(environment);

        Assert.Equal(["DOTNET_ROOT", "HOME", "PATH"], environment.Keys.Order(StringComparer.Ordinal));
    }
}
