using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>The arguments that one attempt sends: those for such a call that are not left out.</summary>
internal sealed class GivenArguments(IEnumerable<Argument> all, AttemptScope scope)
{
    private readonly List<Argument> given =
        [.. all.Where(argument => argument.IsFor(scope.Material.Forced) && !argument.IsLeftOut(scope))];

    /// <summary>What is wrong with the first value of a wrong type; null = nothing.</summary>
    public string? Fault => given.Select(argument => argument.Fault(scope)).FirstOrDefault(fault => fault is not null);

    /// <summary>Those that go to a place, in order.</summary>
    public IEnumerable<Argument> In(ArgumentPlace place) => given.Where(argument => argument.Place == place);

    /// <summary>The text for <c>{name}</c> in the address; the last argument of a name counts. The compiler has seen
    /// to it that there is one.</summary>
    public string InPath(string name) =>
        In(ArgumentPlace.Path).Last(argument => string.Equals(argument.Name, name, StringComparison.Ordinal))
            .Text(scope);
}
