using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TokenFunctions.Realms.Keys;

/// <summary>Reads certificates in every form of <see cref="KeyText"/>.</summary>
internal static class CertificateText
{
    /// <summary>All certificates of the text in order; none when it holds none or one that cannot be read.</summary>
    public static X509Certificate2Collection Read(string text)
    {
        var all = new X509Certificate2Collection();
        foreach (var block in KeyText.Read(text).Blocks.Where(block => block.IsCertificate))
        {
            if (Load(block) is not { } certificate)
            {
                foreach (var loaded in all) loaded.Dispose();
                return [];
            }
            all.Add(certificate);
        }
        return all;
    }

    /// <summary>The certificate; null when it cannot be read.</summary>
    public static X509Certificate2? Load(KeyBlock block)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(block.Der);
        }
        catch (CryptographicException)
        {
            // What cannot be read is no certificate; the caller names the field that holds it.
            return null;
        }
    }
}
