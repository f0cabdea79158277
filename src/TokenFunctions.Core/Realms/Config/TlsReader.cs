namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>tls</c>.</summary>
internal static class TlsReader
{
    /// <summary>The client certificate and the authorities; null when the member is absent or wrong.</summary>
    public static TlsPlan? Read(ConfigObject config)
    {
        if (config.Child("tls", "cert", "key", "passphrase", "ca") is not { } tls) return null;
        // Authorities alone will do: a provider of one's own that asks for no certificate.
        var isShown = tls.Find("ca") is null || tls.Find("cert") is not null || tls.Find("key") is not null;
        var cert = tls.Template("cert", "a PEM certificate as a template", required: isShown);
        // Many keep the certificate and its key in one text.
        var key = tls.Template("key", "a PEM private key as a template") ?? cert;
        var passphrase = tls.Template("passphrase", "a template");
        var ca = tls.Template("ca", "PEM certificates as a template");
        if (!isShown && passphrase is not null) tls.Fault("passphrase", "opens no `key`; leave it out");
        return new TlsPlan(cert, key, passphrase, ca);
    }
}
