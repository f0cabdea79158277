using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>attach</c>.</summary>
internal static class AttachReader
{
    private static readonly string[] Places = ["header", "query", "cookie"];

    /// <summary>How the token is put on a request; what is absent has its default.</summary>
    public static AttachRule Read(ConfigObject config)
    {
        var usual = new AttachRule();
        if (config.Child("attach", "place", "name", "prefix") is not { } attach) return usual;
        var place = attach.Choice("place", Places);
        var inHeader = place == "header";
        // Only a header has a usual name and a usual prefix.
        var name = attach.Text("name", "a name", required: !inHeader) ?? usual.Name;
        var prefix = attach.Text("prefix", "a text") ?? (inHeader ? usual.Prefix : "");
        if (place == "query" ? name.Length == 0 : !HeaderText.IsToken(name))
            attach.Fault("name", $"is `{ConfigText.Show(name)}`; use the name of a {Carrier(place)}");
        else if (inHeader && HeaderText.IsReserved(name))
            attach.Fault("name", $"is `{ConfigText.Show(name)}`, a header that the transport sets; use another");
        if (!HeaderText.IsValue(prefix))
            attach.Fault("prefix", "holds characters that no header can carry; use printable ASCII");
        return new() { Place = place, Name = name, Prefix = prefix };
    }

    private static string Carrier(string place) => place == "query" ? "query parameter" : place;
}
