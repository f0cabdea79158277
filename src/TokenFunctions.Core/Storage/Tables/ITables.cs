namespace TokenFunctions.Storage.Tables;

/// <summary>A store: a set of tables by name.</summary>
public interface ITables
{
    /// <summary>The table of that name (3 to 63 lower-case letters). It is made at its first use where it does not
    /// exist; opening asks nothing of the store.</summary>
    ITable Open(string name);

    /// <summary>Asks the store for a sign of life.</summary>
    /// <exception cref="StoreUnavailableException">It gave none.</exception>
    Task PingAsync(CancellationToken cancellationToken);
}
