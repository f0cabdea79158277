namespace TokenFunctions.Hosting.Events;

/// <summary>The codes of lines that no <c>LoggerMessage</c> of ours stands behind.</summary>
internal static class EventNames
{
    /// <summary>A record of the framework, at Warning or above.</summary>
    public const string Framework = "framework";

    /// <summary>How many lines of one kind were left out in the minute before.</summary>
    public const string LeftOut = "left_out";

    /// <summary>A record of the app without a code: a fault of this program.</summary>
    public const string Unnamed = "unnamed";
}
