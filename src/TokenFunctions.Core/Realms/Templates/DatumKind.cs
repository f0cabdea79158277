namespace TokenFunctions.Realms.Templates;

/// <summary>The form of a <see cref="Datum"/>.</summary>
internal enum DatumKind
{
    /// <summary>There is nothing.</summary>
    Absent,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A number as JSON writes it.</summary>
    Number,

    /// <summary>Any other JSON value: an object, an array, a boolean.</summary>
    Json,

    /// <summary>Bytes: a hash that was not written out as text.</summary>
    Bytes,
}
