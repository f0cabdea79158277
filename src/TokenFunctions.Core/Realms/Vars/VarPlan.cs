using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>One of the realm's <c>vars</c>: a value that is computed anew for each attempt.</summary>
/// <param name="Name">Its name in templates: <c>${NAME}</c>.</param>
internal abstract record VarPlan(string Name)
{
    /// <summary>The secret fields that it reads.</summary>
    public abstract IEnumerable<string> Fields { get; }

    /// <summary>Whether the value says something about a secret and must not be shown.</summary>
    public virtual bool IsConfidential => true;

    /// <summary>The value for one attempt, or one sentence, without any value, on what the secret's fields do
    /// wrong.</summary>
    public abstract VarResult Evaluate(AttemptScope scope);
}
