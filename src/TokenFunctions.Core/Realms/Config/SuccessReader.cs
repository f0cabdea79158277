using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>response.success</c>.</summary>
internal static class SuccessReader
{
    /// <summary>The rules in order; none when the member is absent.</summary>
    public static IReadOnlyList<SuccessRule> Read(ConfigObject? response)
    {
        List<SuccessRule> rules = [];
        foreach (var (pointer, value) in response?.Items("success") ?? [])
        {
            if (ConfigObject.Read(value, pointer, response!.Check, "path", "in", "not_in", "absent") is not { } rule)
                continue;
            var given = rule.Require("path", "a path");
            var path = given is { } text ? PathReader.Path(text, rule.At("path"), rule.Check, "a path") : null;
            var (isIn, notIn) = (rule.Scalars("in"), rule.Scalars("not_in", mayBeEmpty: true));
            var absent = rule.Flag("absent");
            if (path is not null) rules.Add(new(path, isIn, notIn, absent));
        }
        return rules;
    }
}
