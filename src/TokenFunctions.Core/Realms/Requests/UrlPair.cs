using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>A pair as a query or the text of a form body writes it.</summary>
/// <param name="Name">The name that an argument of the same name replaces; empty = the name itself has an
/// expression.</param>
/// <param name="Parts">The whole pair; its literals are escaped as they were written.</param>
internal sealed record UrlPair(string Name, IReadOnlyList<UrlPart> Parts)
{
    /// <summary>The pairs of one attempt, the arguments merged in, as one text.</summary>
    public static string Join(
        IEnumerable<UrlPair> written, ArgumentPlace place, AttemptScope scope, GivenArguments given)
    {
        var pairs = new NamedList<string>(StringComparer.Ordinal);
        foreach (var pair in written)
            pairs.Add(pair.Name, string.Concat(pair.Parts.Select(part => part.Fill(scope, given))));
        foreach (var argument in given.In(place))
        {
            var text = $"{Uri.EscapeDataString(argument.Name)}={Uri.EscapeDataString(argument.Text(scope))}";
            if (argument.Appends) pairs.Add(argument.Name, text);
            else pairs.Set(argument.Name, text);
        }
        return string.Join('&', pairs.Entries.Select(pair => pair.Value));
    }
}
