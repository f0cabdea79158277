using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Providing;

/// <summary>What becomes of one call to the provider.</summary>
/// <param name="There">How long it travels; its effect, if any, comes then.</param>
/// <param name="Back">How long its answer takes after it.</param>
/// <param name="End">How it ends.</param>
/// <param name="Refusal">The kind of the provider's refusal, where it ends in one.</param>
public sealed record CallFate(TimeSpan There, TimeSpan Back, CallEnd End, FailureKind Refusal);
