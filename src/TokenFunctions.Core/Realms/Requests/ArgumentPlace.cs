namespace TokenFunctions.Realms.Requests;

/// <summary>Where an argument goes.</summary>
internal enum ArgumentPlace
{
    /// <summary>A pair of the query.</summary>
    Url,

    /// <summary>A header.</summary>
    Header,

    /// <summary>A member or a field of the body.</summary>
    Body,

    /// <summary>In the place of <c>{name}</c> in the address.</summary>
    Path,
}
