namespace TokenFunctions.Core.Tests.Realms.Egress;

/// <summary>A url that must not be called.</summary>
/// <param name="Url">The url; <c>{port}</c> is where somebody counts connections.</param>
/// <param name="Answers">What the name server says of any host.</param>
/// <param name="Allow">The setting; empty = public addresses only.</param>
internal sealed record Attack(string Url, string[] Answers, string Allow = "")
{
    /// <summary>A host that is written so, over https, with what a name server that reads it so says.</summary>
    public static Attack Host(string host) => new($"https://{host}:{{port}}/token", ["127.0.0.1"]);

    /// <summary>A harmless name with these answers.</summary>
    public static Attack Resolved(params string[] answers) => new("https://provider.example:{port}/token", answers);

    /// <summary>An address where credentials lie, with all openings that a setting can make.</summary>
    public static Attack Opened(string host, params string[] answers) =>
        new($"http://{host}:{{port}}/", answers, "0.0.0.0/0, ::/0, http://0.0.0.0/0, http://[::]/0, *.example, http://*.example");

    public override string ToString() => $"{Url} [{string.Join(' ', Answers)}] {(Allow.Length > 0 ? "opened" : "")}";
}
