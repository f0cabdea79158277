namespace TokenFunctions.Model.Stepping;

/// <summary>What runs without interruption.</summary>
/// <param name="Owner">Whose it is; null = the world's: stores and providers, which neither die nor freeze.</param>
/// <param name="What">Its name in traces.</param>
/// <param name="Run">The work.</param>
internal readonly record struct Step(Owner? Owner, string What, Action Run);
