using System.Text.Json;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Tests.App;

/// <summary>Accepts a config with a url; finds two faults in any other.</summary>
internal static class PlainCompiler
{
    public static RealmCompilation Compile(RealmDefinition realm) => JsonElement.Parse(realm.Config).TryGetProperty("url", out _)
        ? new RealmCompilation(new RealmPlan { Policy = new(), Attach = new AttachRule { Name = "X-Token", Prefix = "" }, SecretFields = [] }, [])
        : new RealmCompilation(null, [new("/config/url", "is required"), new("/config/method", "must be GET, POST or PUT")]);
}
