using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Model.Planting;

/// <summary>A store whose rows of tokens are altered on their way.</summary>
/// <param name="inner">The store.</param>
/// <param name="alteration">Makes what alters the rows of one instance.</param>
internal sealed class AlteredTables(ITables inner, Func<Alteration> alteration) : ITables
{
    public ITable Open(string name) => string.Equals(name, "tokens", StringComparison.Ordinal)
        ? new AlteredTable(inner.Open(name), alteration())
        : inner.Open(name);

    public Task PingAsync(CancellationToken cancellationToken) => inner.PingAsync(cancellationToken);
}
