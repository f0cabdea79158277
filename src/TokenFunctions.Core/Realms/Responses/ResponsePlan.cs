using TokenFunctions.Realms.Paths;

namespace TokenFunctions.Realms.Responses;

/// <summary>How the provider's answer is read.</summary>
internal sealed class ResponsePlan
{
    /// <summary>What the body is written in.</summary>
    public BodyFormat Format { get; init; }

    /// <summary>The statuses of a success; null = 200 to 299.</summary>
    public IReadOnlyList<int>? OkStatuses { get; init; }

    /// <summary>What a success holds; every rule has to.</summary>
    public IReadOnlyList<SuccessRule> Success { get; init; } = [];

    /// <summary>Where the token is; null = nowhere: nobody is asked, or a step without one.</summary>
    public PathList? Token { get; init; }

    /// <summary>What is handed out for the token; null = the token itself.</summary>
    public TokenTemplate? Template { get; init; }

    /// <summary>How the token's life is found.</summary>
    public LifePlan Life { get; init; } = new();

    /// <summary>Further values to hand out, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, ValuePath>> Extra { get; init; } = [];

    /// <summary>How a refusal is understood.</summary>
    public ErrorsPlan Errors { get; init; } = new();

    /// <summary>The secret fields that it reads.</summary>
    public IEnumerable<string> Fields => Template?.Fields ?? [];

    /// <summary>Whether the status is one of a success.</summary>
    public bool IsOk(int status) => OkStatuses?.Contains(status) ?? status is >= 200 and < 300;

    /// <summary>Whether a body of such a status is one of a success.</summary>
    public bool IsSuccess(AnswerBody body) => Success.All(rule => rule.Holds(body));
}
