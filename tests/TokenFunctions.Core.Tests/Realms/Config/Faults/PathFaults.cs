namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>token_path</c> and <c>expires_in_path</c>.</summary>
internal sealed class PathFaults : FaultRows
{
    private const string Demand =
        "is missing; use a path, or give `response.default_ttl_sec`, `response.expires_at_path` or `response.expires_from_jwt`";

    public PathFaults()
    {
        Add("""{"url":"https://api.example.com/token","expires_in_path":"expires_in"}""", "/config/token_path", "is missing; use a path or a list of paths");
        Add("""{"url":"https://api.example.com/token","expires_in_path":"expires_in","token_path":7}""", "/config/token_path", "is a number; use a path or a list of paths");
        Add("""{"url":"https://api.example.com/token","expires_in_path":"expires_in","token_path":[]}""", "/config/token_path", "is an empty list; use a path or a list of paths");
        Add("""{"url":"https://api.example.com/token","expires_in_path":"expires_in","token_path":["a",1]}""", "/config/token_path/1", "is a number; use a path");
        Add("""{"url":"https://api.example.com/token","expires_in_path":"expires_in","token_path":"header:X Token"}""", "/config/token_path", "is `header:X Token`; use header:Name or cookie:NAME with a name");
        Add("""{"url":"https://api.example.com/token","expires_in_path":"expires_in","token_path":"cookie:"}""", "/config/token_path", "is `cookie:`; use header:Name or cookie:NAME with a name");
        Add("""{"url":"https://api.example.com/token","token_path":"access_token"}""", "/config/expires_in_path", Demand);
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","response":{"default_ttl_sec":null}}""", "/config/expires_in_path", Demand);
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","response":{"max_ttl_sec":60}}""", "/config/expires_in_path", Demand);
        Add("""{"url":"https://api.example.com/token","token_path":"access_token","response":{"expires_from_jwt":false}}""", "/config/expires_in_path", Demand);
    }
}
