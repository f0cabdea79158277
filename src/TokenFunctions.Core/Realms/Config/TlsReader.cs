namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>tls</c>.</summary>
internal static class TlsReader
{
    /// <summary>The client certificate; null when the member is absent or wrong.</summary>
    public static TlsPlan? Read(ConfigObject config)
    {
        if (config.Child("tls", "cert", "key", "passphrase", "ca") is not { } tls) return null;
        var cert = tls.Template("cert", "a PEM certificate as a template", required: true);
        var key = tls.Template("key", "a PEM private key as a template", required: true);
        var passphrase = tls.Template("passphrase", "a template");
        var ca = tls.Template("ca", "PEM certificates as a template");
        return cert is null || key is null ? null : new TlsPlan(cert, key, passphrase, ca);
    }
}
