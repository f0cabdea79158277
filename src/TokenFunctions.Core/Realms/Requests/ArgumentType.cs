namespace TokenFunctions.Realms.Requests;

/// <summary>The type that an argument's value has in a JSON body.</summary>
internal enum ArgumentType
{
    /// <summary>The value's own.</summary>
    AsGiven,

    /// <summary>A string.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A boolean.</summary>
    Boolean,
}
