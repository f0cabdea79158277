namespace TokenFunctions.Console.Tests.Scenes;

/// <summary>How <see cref="StageProvider"/> answers for an account.</summary>
internal sealed record Act
{
    /// <summary>The life of its tokens.</summary>
    public int LifeSeconds { get; init; } = 7200;

    /// <summary>The only <c>client_secret</c> that it takes; null = any.</summary>
    public string? Secret { get; init; }

    /// <summary>The status of a refusal of whatever comes; 0 = it issues tokens.</summary>
    public int Refusal { get; init; }

    /// <summary>What a refusal says, beside its code.</summary>
    public string Said { get; init; } = "Not this one.";
}
