namespace TokenFunctions.Model.Storing;

/// <summary>Tells an instance's own leases from those that it has read: its own are those it wrote before it saw
/// them.</summary>
public sealed class LeaseBook
{
    private readonly HashSet<string> own = new(StringComparer.Ordinal);
    private readonly HashSet<string> others = new(StringComparer.Ordinal);

    /// <summary>A lease was read.</summary>
    public void Saw(string lease)
    {
        if (!own.Contains(lease)) others.Add(lease);
    }

    /// <summary>A lease is being written.</summary>
    public void Wrote(string lease)
    {
        if (!others.Contains(lease)) own.Add(lease);
    }

    /// <summary>Whether the lease is the instance's.</summary>
    public bool IsOwn(string? lease) => lease is not null && own.Contains(lease);
}
