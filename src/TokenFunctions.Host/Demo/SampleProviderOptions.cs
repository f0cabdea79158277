namespace TokenFunctions.Host.Demo;

/// <summary>How the sample provider behaves.</summary>
public sealed record SampleProviderOptions
{
    /// <summary>The port on 127.0.0.1; 0 = any free one.</summary>
    public int Port { get; init; }

    /// <summary>The account's id.</summary>
    public string AppId { get; init; } = "wx-demo";

    /// <summary>The account's secret.</summary>
    public string AppSecret { get; init; } = "demo-app-secret";

    /// <summary>How long a token lives.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long the old token works on after a new one was issued (WeChat: 5 minutes).</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an answer takes.</summary>
    public TimeSpan Delay { get; init; }
}
