using TokenFunctions.Storage;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Http.Health;

/// <summary>Looks at one part, once at a time however many ask, and remembers for a while what it found.</summary>
internal sealed class HealthProbe(HealthCheck check, StoreClock clock)
{
    /// <summary>How long a part may take to answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SingleFlight<string, Found> flights = new();
    private Found? last;

    /// <summary>How the part is, or was within <see cref="HealthCheck.MaxAge"/>.</summary>
    public async Task<HealthPart> ReadAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref last) is { } known && clock.Time.GetElapsedTime(known.Stamp) < check.MaxAge)
            return known.Part;
        return (await flights.Join(check.Name, LookAsync).WaitAsync(cancellationToken)).Part;
    }

    private async Task<Found> LookAsync()
    {
        using var end = new CancellationTokenSource(Patience, clock.Time);
        var finding = await FindAsync(end.Token);
        var part = new HealthPart(check.Name, check.FailsAs, finding, clock.Now);
        var found = new Found(part, clock.Time.GetTimestamp());
        Volatile.Write(ref last, found);
        return found;
    }

    private async Task<HealthFinding> FindAsync(CancellationToken end)
    {
        try
        {
            // A part that does not heed the token must not hold the answer up either.
            return await check.LookAsync(end).WaitAsync(end);
        }
        catch (StoreUnavailableException)
        {
            return new HealthFinding(check.WhenSilent, "the store does not answer");
        }
        catch (VaultUnavailableException)
        {
            return new HealthFinding(check.WhenSilent, "the vault does not answer or refuses");
        }
        catch (OperationCanceledException)
        {
            return new HealthFinding(check.WhenSilent, "no answer within 3 s");
        }
    }

    private sealed record Found(HealthPart Part, long Stamp);
}
