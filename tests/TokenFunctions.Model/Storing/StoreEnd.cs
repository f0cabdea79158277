namespace TokenFunctions.Model.Storing;

/// <summary>How a request to the store ends.</summary>
public enum StoreEnd
{
    /// <summary>It is answered.</summary>
    Answered,

    /// <summary>It is refused without effect (503), or never came there.</summary>
    Refused,

    /// <summary>It takes effect and its answer is lost.</summary>
    Lost,

    /// <summary>The asker gives up before it takes effect.</summary>
    TakesEffectLate,
}
