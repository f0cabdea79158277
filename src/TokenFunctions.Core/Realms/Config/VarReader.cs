using TokenFunctions.Realms.Vars;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>vars</c>.</summary>
internal static class VarReader
{
    /// <summary>The vars in order, each declared for those after it.</summary>
    public static IReadOnlyList<VarPlan> Read(ConfigObject config)
    {
        _ = config.Items("vars");
        return [];
    }
}
