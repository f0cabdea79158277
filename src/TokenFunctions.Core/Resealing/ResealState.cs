namespace TokenFunctions.Resealing;

/// <summary>How a pass that seals everything again stands.</summary>
public enum ResealState
{
    /// <summary>It is under way, or waits for an instance to go on with it.</summary>
    Running,

    /// <summary>An operator interrupted it; beginning it again goes on where it stopped.</summary>
    Stopped,

    /// <summary>It has ended.</summary>
    Done,
}
