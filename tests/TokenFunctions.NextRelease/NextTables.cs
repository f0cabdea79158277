using TokenFunctions.Storage.Tables;

namespace TokenFunctions.NextRelease;

/// <summary>A store whose rows are of the next format.</summary>
internal sealed class NextTables(ITables tables) : ITables, IDisposable
{
    public ITable Open(string name) => new NextTable(tables.Open(name));

    public Task PingAsync(CancellationToken cancellationToken) => tables.PingAsync(cancellationToken);

    public void Dispose() => (tables as IDisposable)?.Dispose();
}
