using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Asks the store for a sign of life, once at a time however many ask.</summary>
internal sealed class StoreProbe(ITables tables, TimeProvider time)
{
    /// <summary>How long the store may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SingleFlight<string, bool> flights = new();

    public async Task<bool> AnswersAsync(CancellationToken cancellationToken) =>
        await flights.Join("store", PingAsync).WaitAsync(cancellationToken);

    private async Task<bool> PingAsync()
    {
        using var end = new CancellationTokenSource(Patience, time);
        try
        {
            // A store that does not heed the token must not hold the answer up either.
            await tables.PingAsync(end.Token).WaitAsync(end.Token);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
