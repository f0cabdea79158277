namespace TokenFunctions.Quotas;

/// <summary>The calls of one secret under one limit.</summary>
/// <param name="Id">The limit.</param>
/// <param name="Calls">The calls.</param>
/// <param name="IsOpen">Whether the last call is the one of the lease: it may not have been made yet.</param>
internal readonly record struct SecretTally(LimitId Id, Tally Calls, bool IsOpen)
{
    /// <summary>Without the call of the lease, which was not made.</summary>
    public SecretTally GivenBack() =>
        IsOpen && Calls.LastEnd is { } end ? new(Id, Calls.Without(end, 1), false) : this;

    /// <summary>With the call of the lease at its true end.</summary>
    public SecretTally Closed(DateTimeOffset at) =>
        IsOpen ? new(Id, GivenBack().Calls.Add(Tally.Milliseconds(at), 1, Id.Window), false) : this;
}
