using TokenFunctions.Core.Tests.Realms.Doubles;

namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Configs with one fault each, all of one part of the config.</summary>
internal abstract class FaultRows : TheoryData<string, string, string>
{
    /// <summary>A config that has what every config needs, and these members.</summary>
    protected void With(string members, string pointer, string rest) => Add(Ask.Config(members), pointer, rest);

    /// <summary>A config with these vars and a template that uses the var <c>x</c>.</summary>
    protected void WithVars(string vars, string pointer, string rest) =>
        With($$"""
            "vars":[{{vars}}],"arguments":[{"name":"n","place":"body","value":"${x}"}]
            """, pointer, rest);

    /// <summary>A list of equal items.</summary>
    protected static string Many(int count, string item) => $"[{string.Join(',', Enumerable.Repeat(item, count))}]";
}
