namespace TokenFunctions.Model.Providing;

/// <summary>How a call to the provider ends.</summary>
public enum CallEnd
{
    /// <summary>With a token, if the provider takes what was sent.</summary>
    Served,

    /// <summary>The provider cannot be connected to.</summary>
    NotSent,

    /// <summary>The provider refuses it, without effect.</summary>
    Refused,

    /// <summary>It takes effect, and its answer says that it failed.</summary>
    FailsAfterEffect,

    /// <summary>It takes effect, and no answer comes.</summary>
    Lost,
}
