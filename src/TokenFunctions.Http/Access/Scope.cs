namespace TokenFunctions.Http.Access;

/// <summary>For what a route needs its verb.</summary>
public enum Scope
{
    /// <summary>For nothing: anybody is served.</summary>
    Nothing,

    /// <summary>For nothing in particular: whoever has shown who it is is served.</summary>
    Anything,

    /// <summary>For all keys of all realms.</summary>
    Service,

    /// <summary>For all keys of the realm in the path, <c>{id}</c>.</summary>
    Realm,

    /// <summary>For the key in the path, <c>{realm}/{key}</c>.</summary>
    Token,

    /// <summary>For what the query or the body names, or for each entry of a list: the endpoint sees to it itself, by
    /// <see cref="Requests"/>.</summary>
    Named,
}
