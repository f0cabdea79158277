using System.Globalization;
using TokenFunctions.Registry;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Looks into the realm, whose version is the mark.</summary>
internal sealed class RealmAttach(RealmCatalog realms) : IAttachRules
{
    /// <inheritdoc/>
    public async ValueTask<Attaching> FindAsync(TokenResult result, CancellationToken cancellationToken)
    {
        var realm = await realms.FindAsync(result.Token!.Key.Realm, cancellationToken);
        return new(realm?.Plan?.Attach, string.Create(CultureInfo.InvariantCulture, $"realm{realm?.Realm.Version}"));
    }
}
