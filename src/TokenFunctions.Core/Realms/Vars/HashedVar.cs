using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>A var whose value is hashed, written in another form, or both.</summary>
/// <param name="Source">What gives the value.</param>
/// <param name="Hash">What is made of it; null = the value's own bytes.</param>
/// <param name="Form">How the bytes are written.</param>
internal sealed record HashedVar(VarPlan Source, HashPlan? Hash, OutputForm Form) : VarPlan(Source.Name)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Fields => Source.Fields.Concat(Hash?.Key?.Value.Fields ?? []);

    /// <inheritdoc/>
    public override VarResult Evaluate(AttemptScope scope)
    {
        var key = Hash?.Key?.Value;
        if (VarFault.OfMissing(Name, scope, key) is { } missing) return missing;
        var source = Source.Evaluate(scope);
        if (source.Fault is not null) return source;
        var data = source.Value.Bytes;
        if (Hash is null) return VarResult.Of(Output.Write(data, Form));
        var (hash, fault) = Hash.Compute(data, scope);
        return hash is null
            ? VarFault.Of(Name, $"its key {fault}", key)
            : VarResult.Of(Output.Write(hash, Form));
    }
}
