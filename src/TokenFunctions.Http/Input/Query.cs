using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using TokenFunctions.Http.Problems;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Input;

/// <summary>The parameters of a query, read by their types. Names are case-sensitive, which the framework's own
/// collection is not: there <c>?Realm=a&amp;realm=b</c> would be one parameter.</summary>
internal sealed class Query
{
    /// <summary>The longest query, its <c>?</c> included, as it was sent.</summary>
    internal const int MaxLength = 4096;

    /// <summary>The most parameters, known or not.</summary>
    internal const int MaxCount = 32;

    /// <summary>The Functions host's key, which it passes on.</summary>
    internal const string HostKey = "code";

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly FirstFault fault;

    /// <summary>Parameters of which only the <paramref name="known"/> ones may be there, once each.</summary>
    public Query(HttpRequest request, IReadOnlyCollection<string> known, FirstFault fault)
    {
        this.fault = fault;
        if (request.QueryString.Value?.Length > MaxLength)
        {
            fault.Add(InputProblem.QueryTooLong(MaxLength));
            return;
        }

        var count = 0;
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            if (++count > MaxCount) fault.Add(InputProblem.TooManyParameters(MaxCount));
            if (fault.Problem is not null) return;
            var name = pair.DecodeName().ToString();
            if (name.Equals(HostKey, StringComparison.Ordinal)) continue;
            if (!known.Contains(name, StringComparer.Ordinal)) fault.Add(InputProblem.UnknownParameter(name, known));
            else if (!values.TryAdd(name, pair.DecodeValue().ToString()))
                fault.Add(InputProblem.RepeatedParameter(name));
        }
    }

    /// <summary>A name by <see cref="NameRule"/>; null = absent or at fault.</summary>
    public string? Name(string field)
    {
        if (values.GetValueOrDefault(field) is not { } value) return null;
        return NameRule.IsValid(value) ? value : Fail<string>(InputProblem.InvalidName(field));
    }

    /// <summary>A text of at most <paramref name="max"/> characters; null = absent or at fault.</summary>
    public string? Text(string field, int max)
    {
        if (values.GetValueOrDefault(field) is not { } value) return null;
        return value.Length <= max
            ? value
            : Fail<string>(InputProblem.InvalidValue(field, $"a text of at most {max} characters"));
    }

    /// <summary>true, false, 1 or 0; null = absent or at fault.</summary>
    public bool? Flag(string field) => values.GetValueOrDefault(field) switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => Fail<bool?>(InputProblem.InvalidValue(field, "true, false, 1 or 0")),
    };

    /// <summary>A whole number in a range; null = absent or at fault.</summary>
    public long? Number(string field, long min, long max)
    {
        if (values.GetValueOrDefault(field) is not { } value) return null;
        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max
            ? number
            : Fail<long?>(InputProblem.InvalidValue(field, $"a whole number from {min} to {max}"));
    }

    /// <summary>A time with a zone; null = absent or at fault.</summary>
    public DateTimeOffset? Time(string field)
    {
        if (values.GetValueOrDefault(field) is not { } value) return null;
        return Timestamp.Parse(value) ?? Fail<DateTimeOffset?>(InputProblem.InvalidValue(field, Timestamp.InWords));
    }

    private T? Fail<T>(Problem problem)
    {
        fault.Add(problem);
        return default;
    }
}
