namespace TokenFunctions.Realms.Files;

/// <summary>What was read of a folder.</summary>
/// <param name="Realms">The realms in the order of the files' names; of no use when there are faults.</param>
/// <param name="Faults">Everything that is wrong, each with its file and place, no values.</param>
public sealed record FolderReading(IReadOnlyList<RealmFile> Realms, IReadOnlyList<string> Faults);
