namespace TokenFunctions.Model.Storing;

/// <summary>What becomes of one request to the store.</summary>
/// <param name="There">How long it travels; its effect, if any, comes then.</param>
/// <param name="Back">How long its answer, or the giving up, takes after it.</param>
/// <param name="End">How it ends.</param>
public sealed record StoreFate(TimeSpan There, TimeSpan Back, StoreEnd End);
