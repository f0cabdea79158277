using System.Text;
using System.Text.Json;
using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>attach</c>.</summary>
internal static class AttachReader
{
    private static readonly string[] Places = ["header", "query", "cookie"];

    /// <summary>How the token is put on a request; what is absent has its default.</summary>
    /// <param name="config">The config.</param>
    /// <param name="code">Where codes are; null when that could not be read.</param>
    public static AttachRule Read(ConfigObject config, PathList? code)
    {
        var usual = new AttachRule();
        if (config.Child("attach", "place", "name", "prefix", "hosts", "dead") is not { } attach) return usual;
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
        var dead = Dead(attach);
        return new()
        {
            Place = place,
            Name = name,
            Prefix = prefix,
            Hosts = Hosts(attach),
            Dead = dead,
            CodePaths = dead.Any(rule => rule.Codes is not null) ? [.. code?.Paths.Select(path => path.Text) ?? []] : [],
        };
    }

    private static List<string> Hosts(ConfigObject attach)
    {
        List<string> hosts = [];
        foreach (var (pointer, value) in attach.Items("hosts"))
        {
            var host = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
            var isHost = Ascii.IsValid(host) && Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4;
            var shown = host.Length > 0 ? $"`{ConfigText.Show(host)}`" : ConfigText.Kind(value);
            if (isHost) hosts.Add(host.ToLowerInvariant());
            else attach.Check.Add(pointer, $"is {shown}; use the name of a host alone, as api.example.com");
        }
        return hosts;
    }

    private static List<DeadRule> Dead(ConfigObject attach)
    {
        List<DeadRule> rules = [];
        foreach (var (pointer, value) in attach.Items("dead"))
        {
            if (ConfigObject.Read(value, pointer, attach.Check, "status", "code") is not { } rule) continue;
            var (statuses, codes) = (rule.Statuses("status"), rule.Scalars("code"));
            if (rule.Find("status") is null && rule.Find("code") is null)
                attach.Check.Add(pointer, "is an empty object, which any answer matches; use `status`, `code` or both");
            rules.Add(new(statuses, codes));
        }
        return rules;
    }

    private static string Carrier(string place) => place == "query" ? "query parameter" : place;
}
