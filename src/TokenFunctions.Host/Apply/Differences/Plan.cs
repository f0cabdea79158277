namespace TokenFunctions.Host.Apply.Differences;

/// <summary>All that is to happen, in its order.</summary>
/// <param name="Saves">The realms of the folder, parents before children.</param>
/// <param name="Removals">The realms that the folder does not have, children before parents.</param>
internal sealed record Plan(IReadOnlyList<RealmStep> Saves, IReadOnlyList<RealmStep> Removals)
{
    /// <summary>How many realms and secrets differ for certain.</summary>
    public int Differences => Kinds.Count(kind => kind is ChangeKind.Make or ChangeKind.Change or ChangeKind.Remove);

    /// <summary>How many secrets are sent because they cannot be compared.</summary>
    public int Uncertain => Kinds.Count(kind => kind == ChangeKind.Send);

    private IEnumerable<ChangeKind> Kinds =>
        Saves.Concat(Removals).SelectMany(realm => realm.Secrets.Select(secret => secret.Kind).Prepend(realm.Kind));
}
