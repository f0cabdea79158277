namespace TokenFunctions.Fuzzing.Requests;

/// <summary>What stands for confidential values; no answer may hold it.</summary>
internal static class Planted
{
    /// <summary>How each planted credential begins. It can be no name, so that no name is one.</summary>
    public const string Secret = "pl!ntedQz7Kw";

    /// <summary>How each token of the run's provider begins.</summary>
    public const string Token = "Tkn4FuzzRx9";

    /// <summary>The admin key of the run.</summary>
    public const string AdminKey = Secret + "-admin-key-of-the-run";
}
