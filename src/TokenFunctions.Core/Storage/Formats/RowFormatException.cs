namespace TokenFunctions.Storage.Formats;

/// <summary>A row was written by a release that is too far ahead of this one. It was neither read nor
/// changed.</summary>
public sealed class RowFormatException : StoreUnavailableException
{
    /// <summary>An exception with the plain message.</summary>
    public RowFormatException()
        : this("A row is of a format that this release does not know.")
    {
    }

    /// <summary>An exception with a message of one's own; it must not hold a secret.</summary>
    public RowFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public RowFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An exception for a row of that format.</summary>
    /// <param name="format">The row's.</param>
    /// <param name="newest">The newest one that this release reads.</param>
    internal RowFormatException(long format, long newest)
        : this(FormattableString.Invariant($"A stored row has format {format}, and this release reads formats up to ")
            + FormattableString.Invariant($"{newest}: run a newer release. The row was left as it is."))
    {
    }
}
