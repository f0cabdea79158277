using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>A header, a query pair or a form field.</summary>
/// <param name="Name">The name that a later argument of the same name replaces; null = the name itself has an
/// expression.</param>
/// <param name="Template">A header's value; a query's or a form's whole pair with its literals escaped.</param>
internal sealed record NamedTemplate(string? Name, Template Template)
{
    /// <summary>Puts an item into a list as the first system did: it takes the place of the first of that name, and any
    /// further one of that name goes.</summary>
    public static void Set(List<NamedTemplate> items, NamedTemplate item, StringComparison comparison)
    {
        var first = items.FindIndex(known => string.Equals(known.Name, item.Name, comparison));
        if (first < 0)
        {
            items.Add(item);
            return;
        }
        items[first] = item;
        for (var i = items.Count - 1; i > first; i--)
            if (string.Equals(items[i].Name, item.Name, comparison)) items.RemoveAt(i);
    }
}
