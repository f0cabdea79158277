namespace TokenFunctions.Storage.Vault;

/// <summary>The vault did not answer, or refused. Whether a write took effect is unknown.</summary>
public sealed class VaultUnavailableException : Exception
{
    /// <summary>An exception with the plain message.</summary>
    public VaultUnavailableException()
        : base("The vault cannot be reached.")
    {
    }

    /// <summary>An exception with a message of one's own; it must not hold a secret.</summary>
    public VaultUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public VaultUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
