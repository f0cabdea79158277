namespace TokenFunctions.Hosting.Settings;

/// <summary>The settings cannot be used. Its message lists every fault.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>An exception with all faults.</summary>
    public SettingsException(IReadOnlyList<string> faults)
        : base("The settings cannot be used:"
            + string.Concat((faults ?? []).Select(f => $"{Environment.NewLine}  - {f}")))
    {
    }

    /// <summary>An exception without a list.</summary>
    public SettingsException()
    {
    }

    /// <summary>An exception with a message of one's own.</summary>
    public SettingsException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
