namespace TokenFunctions.Storage.Tables;

/// <summary>How a write to a table ended.</summary>
public enum WriteOutcome
{
    /// <summary>The write took effect.</summary>
    Written,

    /// <summary>Not inserted: there is such a row already (HTTP 409).</summary>
    Exists,

    /// <summary>Not replaced or deleted: the row has another ETag (HTTP 412).</summary>
    Changed,

    /// <summary>Not replaced or deleted: there is no such row (HTTP 404).</summary>
    Missing,
}
