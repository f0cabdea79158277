using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>url</c>: sorts its pieces into scheme and host, path, and query.</summary>
internal sealed class UrlReader
{
    private const string Allowed = "an absolute http or https url";

    private readonly List<UrlPart> head = [];
    private readonly List<UrlPart> query = [];
    private UrlPlace place = UrlPlace.Authority;

    private UrlReader()
    {
    }

    /// <summary>The address; null when there is a fault.</summary>
    public static UrlPlan? Read(ConfigObject config)
    {
        if (config.Template("url", Allowed, required: true) is not { } template) return null;
        var reader = new UrlReader();
        var fault = reader.Check(template);
        if (fault is not null) config.Fault("url", fault);
        return fault is null ? new UrlPlan(reader.head, QueryReader.Split(reader.query)) : null;
    }

    private string? Check(Template template)
    {
        if (template.Parts.Count == 0) return $"is empty; use {Allowed}";
        if (template.Parts.Any(part => part.IsLiteral && UrlText.HasOddCharacter(part.Text)))
            return "holds a blank, a control character, a backslash or `#`; percent-encode it or leave it out";
        List<UrlPart> parts = [];
        return PathNames.Cut(template, parts) ?? Begin(parts[0]) ?? Rest(parts) ?? Whole();
    }

    private string? Begin(UrlPart first)
    {
        if (!first.IsLiteral)
        {
            place = UrlPlace.Base;
            return null;
        }
        var text = first.Part.Text;
        var isHttp = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        return isHttp ? null : "does not begin with http:// or https://; use " + Allowed;
    }

    private string? Rest(List<UrlPart> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (place == UrlPlace.Base && i > 0 && !(part.IsLiteral && part.Part.Text[0] is '/' or '?'))
                return "goes on with something else than `/` or `?` after the ${field} it begins with";
            if (place == UrlPlace.Query) query.Add(part with { Place = place });
            else if (!part.IsLiteral) head.Add(part with { Place = place });
            else AddText(part.Part.Text, i == 0 ? part.Part.Text.IndexOf("//", StringComparison.Ordinal) + 2 : 0);
        }
        var authority = head.Where(part => part is { Place: UrlPlace.Authority, IsLiteral: true });
        return authority.Any(part => part.Part.Text.Contains('@', StringComparison.Ordinal))
            ? "holds a user name or password; use `auth`"
            : null;
    }

    private void AddText(string text, int hostAt)
    {
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        var before = mark < 0 ? text : text[..mark];
        var slash = place == UrlPlace.Path ? 0 : before.IndexOf('/', hostAt);
        if (slash < 0) head.Add(new(place, TemplatePart.Literal(before)));
        else
        {
            if (slash > 0) head.Add(new(place, TemplatePart.Literal(before[..slash])));
            place = UrlPlace.Path;
            head.Add(new(place, TemplatePart.Literal(before[slash..])));
        }
        if (mark < 0) return;
        place = UrlPlace.Query;
        if (mark + 1 < text.Length) query.Add(new(place, TemplatePart.Literal(text[(mark + 1)..])));
    }

    // A digit can stand for a host, a port and a path alike.
    private string? Whole()
    {
        var sample = string.Concat(head.Select(part =>
            part.IsLiteral ? part.Part.Text : part.Place == UrlPlace.Base ? "https://host.example" : "1"));
        return UrlText.TryParse(sample, out _) ? null : $"is no valid url; use {Allowed} with an ASCII host";
    }
}
