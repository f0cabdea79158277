using System.Text;
using System.Text.Json;
using TokenFunctions.Realms.Config;

namespace TokenFunctions.Realms;

/// <summary>What a realm that can be run had better not do.</summary>
public static class RealmWarnings
{
    /// <summary>The places where a credential is written into the config, which is stored and shown as it is. It judges
    /// by names, so it may warn of what is none, and misses what is called otherwise.</summary>
    /// <param name="realm">A realm that can be run.</param>
    public static IReadOnlyList<RealmError> Of(RealmDefinition realm)
    {
        ArgumentNullException.ThrowIfNull(realm);
        using var config = JsonDocument.Parse(Encoding.UTF8.GetBytes(realm.Config));
        var search = new LiteralCredentials();
        search.SearchExchange(config.RootElement, "/config");
        return search.Found;
    }
}
