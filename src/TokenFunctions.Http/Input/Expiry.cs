using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>Reads <c>expires_at</c>: when a credential ends.</summary>
internal static class Expiry
{
    public const string Field = "expires_at";
    private const int MaxLength = 64;

    /// <summary>A time after <paramref name="now"/>; null = absent, null itself, or at fault.</summary>
    public static DateTimeOffset? Read(Members members, DateTimeOffset now, FirstFault fault)
    {
        if (members.TextOrNull(Field, MaxLength) is not { } text) return null;
        if (Timestamp.Parse(text) is not { } at) fault.Add(InputProblem.InvalidValue(Field, Timestamp.InWords));
        else if (at <= now) fault.Add(InputProblem.InvalidValue(Field, "a time that is still to come"));
        else return at;
        return null;
    }
}
