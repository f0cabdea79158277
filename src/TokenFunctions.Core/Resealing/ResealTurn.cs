namespace TokenFunctions.Resealing;

/// <summary>The time in which one runner works at the pass: the pass as it was last written, and the right to
/// it.</summary>
internal sealed class ResealTurn(ResealLease lease, ResealPass taken)
{
    /// <summary>The pass as this runner last wrote it; an operator may have stopped it since it was read.</summary>
    public ResealPass Pass { get; private set; } = taken;

    /// <summary>Whether somebody else has the right by now: nothing is written any more.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Writes progress.</summary>
    /// <param name="next">The pass, made of <see cref="Pass"/>.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task NoteAsync(ResealPass next, CancellationToken cancellationToken)
    {
        if (!IsLost) Take(await lease.RenewAsync(next, cancellationToken));
    }

    /// <summary>Keeps the right in the middle of something long. It costs a write only when a third of its time has
    /// passed.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (!IsLost && lease.IsWearing(Pass)) Take(await lease.ProlongAsync(Pass, cancellationToken));
    }

    /// <summary>Gives the right back.</summary>
    public Task EndAsync(CancellationToken cancellationToken) =>
        IsLost ? Task.CompletedTask : lease.ReleaseAsync(Pass, cancellationToken);

    private void Take(ResealPass? saved)
    {
        if (saved is null) IsLost = true;
        else Pass = saved;
    }
}
