using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Checking;

/// <summary>What holds when all has calmed down.</summary>
internal sealed class EndWatch(World world)
{
    /// <summary>Right after the troubles: what is stored is the newest, or is known not to be.</summary>
    public bool CheckQuiet()
    {
        foreach (var key in world.Keys)
        {
            if (world.Scenario.Replaces) CheckNewest(world.Truth.Row(key));
            if (world.Scenario.IsRotating) CheckChain(world.Truth.Row(key));
        }

        return world.Machine.Broken is null;
    }

    /// <summary>After callers have used tokens and reported refused ones: each gets a living token.</summary>
    public bool CheckHealed()
    {
        foreach (var key in world.Keys)
        {
            var last = world.Crowd.Callers.Last(each => each.Request.IsPlain && each.Request.Key == key);
            if (last.Result is not { HasToken: true, Token: var token })
                world.Machine.Break("the service heals", $"{last} got {last.Result?.Failure?.Kind.ToString() ?? "nothing"}");
            else if (IsStillThere(key, token.Value.Reveal()))
                world.Machine.Break("the service heals", $"{last} still gets {token.Value.Reveal()}, which is dead");
        }

        return world.Machine.Broken is null;
    }

    /// <summary>At the very end: nobody waits for anything that will not come.</summary>
    public bool CheckSpent()
    {
        if (!world.Machine.IsSpent) world.Machine.Break("rest", "something still goes on an hour later");
        foreach (var caller in world.Crowd.Callers.Where(each => !each.HasEnded && each.By.IsUp))
            world.Machine.Break("no wake-up is lost", $"{caller} waits for ever");
        foreach (var instance in world.Up.Where(each => !each.Background.DrainAsync().IsCompleted))
            world.Machine.Break("no wake-up is lost", $"work behind answers of {instance.Owner.Name} waits for ever");
        return world.Machine.Broken is null;
    }

    // A caller that got a dead token has reported it, and what is there now is another.
    private bool IsStillThere(TokenKey key, string value) =>
        !world.Provider.Find(value)!.IsAlive(world.Machine.Now - TimeSpan.FromSeconds(10))
        && string.Equals(world.Truth.Value(world.Truth.Row(key)), value, StringComparison.Ordinal);

    private void CheckNewest(TokenState row)
    {
        if (!row.HasValue || world.Provider.Newest(row.Key.Key) is not { } newest) return;
        var value = world.Truth.Value(row);
        if (string.Equals(value, newest.Value, StringComparison.Ordinal) || row.IsSuspect) return;
        // What nobody inside could see is left to the callers' reports: the rule on healing.
        if (!newest.Call.IsUnseen(world.Disagreement) && !(row.ExpiresAt <= world.Machine.Now) && !IsSettledLater(row))
            world.Machine.Break("the newest token is stored", $"{row} holds {value}, and {newest.Value} is newer");
    }

    // Sent and not answered: whoever looks at the row settles it.
    private static bool IsSettledLater(TokenState row) => row.LeaseId is not null && row.SentAt is not null;

    private void CheckChain(TokenState row)
    {
        if (world.Administrator.AccountOf(row.Key) is not { } account) return;
        if (world.Provider.ChainOf(account) is not { } chain || IsUncertain(row) || IsSettledLater(row)) return;
        var stored = world.Truth.Refresh(row);
        var isSafe = world.Scenario.Kind == RealmKind.RotatingSafeToRepeat;
        if (chain.IsDead)
            world.Machine.Break("no refresh token is sent twice", $"the chain of {account} was ended");
        else if (!isSafe && chain.Count > 1 && !string.Equals(stored, chain.Newest, StringComparison.Ordinal))
            world.Machine.Break("no refresh token is lost", $"{row} holds {stored}, and {chain.Newest} is the newest");
    }

    private static bool IsUncertain(TokenState row) =>
        row.UncertainSince is not null || row.Failure?.Kind == FailureKind.Uncertain;
}
