using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Config;

/// <summary>The arguments, sorted by where they go.</summary>
internal sealed class ArgumentPlaces(IEnumerable<NamedTemplate> query)
{
    /// <summary>The query's pairs, those of <c>url</c> first.</summary>
    public List<NamedTemplate> Query { get; } = [.. query];

    /// <summary>The headers.</summary>
    public List<NamedTemplate> Headers { get; } = [];

    /// <summary>The fields of a form body.</summary>
    public List<NamedTemplate> Form { get; } = [];

    /// <summary>The members of a JSON body.</summary>
    public List<KeyValuePair<string, JsonTemplate>> Members { get; } = [];

    /// <summary>The body that the arguments make; null when none of them goes there.</summary>
    public IRequestBody? Body => Form.Count > 0 ? new FormBody(Form) : Members.Count > 0 ? new JsonBody(Members) : null;

    /// <summary>Puts a member into the JSON body; a later one of a name takes the place of an earlier one.</summary>
    public void SetMember(string name, JsonTemplate value)
    {
        var at = Members.FindIndex(member => string.Equals(member.Key, name, StringComparison.Ordinal));
        if (at < 0) Members.Add(new(name, value));
        else Members[at] = new(name, value);
    }
}
