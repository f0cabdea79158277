namespace TokenFunctions.Http.Access.Limits;

/// <summary>How many requests of each caller are being served.</summary>
/// <param name="most">The most at once.</param>
internal sealed class OpenRequests(int most)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Counts one in; false = there are as many as there may be.</summary>
    public bool TryEnter(string caller)
    {
        lock (gate)
        {
            var count = counts.GetValueOrDefault(caller);
            if (count >= most) return false;
            counts[caller] = count + 1;
            return true;
        }
    }

    /// <summary>Counts one out that was counted in.</summary>
    public void Leave(string caller)
    {
        lock (gate)
        {
            if (counts[caller] == 1) counts.Remove(caller);
            else counts[caller]--;
        }
    }
}
