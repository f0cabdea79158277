namespace TokenFunctions.Http.Access;

/// <summary>What a route needs of whoever asks.</summary>
/// <param name="Scope">For what.</param>
/// <param name="Verb">The verb; without meaning where the scope is <see cref="Scope.Nothing"/> or
/// <see cref="Scope.Anything"/>.</param>
public sealed record Need(Scope Scope, Verb Verb = Verb.Read)
{
    /// <summary>Nothing: load balancers probe without a key.</summary>
    public static Need None { get; } = new(Scope.Nothing);

    /// <summary>A key of any kind.</summary>
    public static Need Key { get; } = new(Scope.Anything);
}
