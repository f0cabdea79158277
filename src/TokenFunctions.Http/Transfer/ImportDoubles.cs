using TokenFunctions.Http.Callers;

namespace TokenFunctions.Http.Transfer;

/// <summary>Finds what is in an import twice.</summary>
internal static class ImportDoubles
{
    /// <summary>Adds a fault for each second one.</summary>
    public static void Find(ImportContent content, ImportFaults faults)
    {
        Find(content.Realms, realm => realm.Id, realm => $"{realm.Pointer}/id", faults);
        Find(content.Secrets, secret => secret.Key, secret => $"{secret.Pointer}/key", faults);
        Find(content.Callers, caller => caller.Caller.Id, caller => $"{caller.Pointer}/id", faults);
        Find(
            content.Callers.SelectMany(
                caller => EntraIndex.NamesOf(caller.Caller).Select(name => (Name: name, caller.Pointer))),
            named => named.Name, named => $"{named.Pointer}/entra", faults);
    }

    private static void Find<T, TName>(
        IEnumerable<T> items, Func<T, TName> name, Func<T, string> pointer, ImportFaults faults)
    {
        var seen = new HashSet<TName>();
        foreach (var item in items)
            if (!seen.Add(name(item))) faults.Add(pointer(item), "Is in the import twice; send it once.");
    }
}
