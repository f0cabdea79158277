using TokenFunctions.Realms.Paths;

namespace TokenFunctions.Realms.Responses;

/// <summary>How the provider's answer is read.</summary>
internal sealed class ResponsePlan
{
    /// <summary>Where a provider's error code is, by the schema's default.</summary>
    public static readonly PathList Code = PathList.Of("error", "errcode", "code", "error_code");

    /// <summary>Where a provider's error message is, by the schema's default.</summary>
    public static readonly PathList Message = PathList.Of("error_description", "errmsg", "msg", "message", "error_msg");

    /// <summary>The secret fields that it reads.</summary>
    public IEnumerable<string> Fields { get; init; } = [];

    /// <summary>Where the token is.</summary>
    public required PathList Token { get; init; }

    /// <summary>Where its life in seconds is; null = nowhere.</summary>
    public PathList? ExpiresIn { get; init; }

    /// <summary>Its life when the answer does not tell; null = the answer has to.</summary>
    public TimeSpan? DefaultTtl { get; init; }

    /// <summary>Further values to hand out, by name.</summary>
    public required IReadOnlyList<KeyValuePair<string, ValuePath>> Extra { get; init; }
}
