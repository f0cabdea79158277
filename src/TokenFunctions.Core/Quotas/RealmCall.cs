namespace TokenFunctions.Quotas;

/// <summary>A call that was counted in the realm's row and may be made.</summary>
/// <param name="Counter">The counter of the limit.</param>
/// <param name="Block">The block that it is of.</param>
internal sealed record RealmCall(RealmCounter Counter, RealmBlock Block)
{
    /// <summary>Gives the call back, which was not made.</summary>
    public void GiveBack() => Counter.PutBack(this);
}
