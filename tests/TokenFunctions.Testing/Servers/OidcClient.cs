namespace TokenFunctions.Testing.Servers;

/// <summary>A client that <see cref="OidcServer"/> knows from the start.</summary>
/// <param name="Id">Its <c>client_id</c>.</param>
/// <param name="Secret">Its <c>client_secret</c>.</param>
public sealed record OidcClient(string Id, string Secret)
{
    /// <summary>Client credentials by client_secret_basic.</summary>
    public static readonly OidcClient Basic = new("broker", OidcServer.ClientSecret);

    /// <summary>Client credentials by client_secret_post.</summary>
    public static readonly OidcClient Post = new("broker-post", OidcServer.ClientSecret);

    /// <summary>As <see cref="Basic"/>, with an id and a secret that RFC 6749 §2.3.1 changes.</summary>
    public static readonly OidcClient Encoded = new("broker: encoded", "a+b %41:&=/\"secret\"");

    /// <summary>Refresh tokens by client_secret_post.</summary>
    public static readonly OidcClient Refresh = new("broker-refresh", OidcServer.ClientSecret);

    /// <summary>Refresh tokens by client_secret_basic.</summary>
    public static readonly OidcClient RefreshBasic = new("broker-refresh-basic", OidcServer.ClientSecret);
}
