using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms;

/// <summary>The client certificate that the provider asks for (RFC 8705), and whom it may be, all PEM: the realm's
/// <c>tls</c>.</summary>
/// <param name="Cert">The certificate, with its chain if there is one; null = none is shown.</param>
/// <param name="Key">Its private key; null where there is no certificate.</param>
/// <param name="Passphrase">Opens the key; null = it is open.</param>
/// <param name="Ca">The authorities that the provider's certificate must come from; null = the system's.</param>
internal sealed record TlsPlan(Template? Cert, Template? Key, Template? Passphrase, Template? Ca)
{
    /// <summary>The secret fields that it reads.</summary>
    public IEnumerable<string> Fields =>
        new[] { Cert, Key, Passphrase, Ca }.OfType<Template>().SelectMany(template => template.Fields);
}
