namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of a config as a whole.</summary>
internal sealed class WholeFaults : FaultRows
{
    public WholeFaults()
    {
        Add("""[]""", "/config", "is an array; use an object");
        Add("""null""", "/config", "is null; use an object");
        Add("\"x\"", "/config", "is a string; use an object");
        With(""" "tokenPath":"x" """, "/config/tokenPath", "is not known; the nearest known name is `token_path`");
        With(""" "variables":[]""", "/config/variables", "is not known; the nearest known name is `vars`");
        With(""" "method":"GET","method":"GET" """, "/config/method", "is given twice; give it once");
        With(""" "content_type":"\ud800" """, "/config", "holds half of a surrogate pair as a \\u escape; write the whole character");
    }
}
