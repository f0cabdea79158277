using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Config;

/// <summary>The rules for an argument that depend on where it goes and what it sends.</summary>
internal static class ArgumentRules
{
    /// <summary>Notes what an argument breaks.</summary>
    public static void Check(ConfigObject given, Argument argument)
    {
        if (argument.Place == ArgumentPlace.Header) CheckHeader(given, argument);
        if (argument.Appends && argument.Place != ArgumentPlace.Url)
            given.Fault("append", "is true, but only a pair of the url can stand beside others; leave it out");
        if (argument.OmitsEmpty && argument.Place == ArgumentPlace.Path)
            given.Fault("omit_empty", "is true, but a url cannot do without the argument; leave it out");
        if (argument.Type != ArgumentType.AsGiven) CheckType(given, argument);
    }

    private static void CheckHeader(ConfigObject given, Argument argument)
    {
        var shown = $"is `{ConfigText.Show(argument.Name)}`, ";
        if (!HeaderText.IsToken(argument.Name))
            given.Fault("name", shown + "which is no header name; use letters, digits and '-'");
        else if (HeaderText.IsReserved(argument.Name) && !HeaderText.IsContentType(argument.Name))
            given.Fault("name", shown + "a header that the transport sets; leave it out");
        else if (argument.Value.Parts.Any(part => part.IsLiteral && !HeaderText.IsValue(part.Text)))
            given.Fault("value", "holds characters that no header can carry; use printable ASCII");
    }

    private static void CheckType(ConfigObject given, Argument argument)
    {
        var value = argument.Value;
        if (value.Text is null && value.Raw is (null or "null"))
            given.Fault("type", "is given, but the value is no string, number or boolean; leave it out");
        else if (value.Text?.IsLiteral != false && !JsonScalar.Fits(argument.Type, LiteralOf(value)))
            given.Fault("value", $"is no {JsonScalar.InWords(argument.Type)}; correct it, or `type`");
    }

    private static string LiteralOf(JsonTemplate value) =>
        value.Raw ?? string.Concat((value.Text?.Parts ?? []).Select(part => part.Text));
}
