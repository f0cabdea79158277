using System.Text.Json;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Tests.App;

/// <summary>Accepts a config with a url; finds two faults in any other.</summary>
internal static class PlainCompiler
{
    private static readonly AttachRule Attach = new()
    {
        Name = "X-Token",
        Prefix = "",
        Hosts = ["api.example.com"],
        Dead = [new([401], ["40001", "x"]), new([403], null)],
        CodePaths = ["errcode"],
    };

    public static RealmCompilation Compile(RealmDefinition realm) => JsonElement.Parse(realm.Config).TryGetProperty("url", out _)
        ? new RealmCompilation(new RealmPlan { Policy = new(), Attach = Attach, SecretFields = [] }, [])
        : new RealmCompilation(null, [new("/config/url", "is required"), new("/config/method", "must be GET, POST or PUT")]);
}
