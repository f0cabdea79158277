namespace TokenFunctions.Http.Tests.Matrix;

/// <summary>For how much a caller has a verb, or a route needs one; each includes those before it.</summary>
internal enum Reach
{
    /// <summary>The key <c>other</c>, which no route of the table asks for.</summary>
    OtherKey,

    /// <summary>Exactly the keys that the table's routes ask for.</summary>
    Key,

    /// <summary>All keys of their realm.</summary>
    Realm,

    /// <summary>All keys of all realms.</summary>
    Service,
}
