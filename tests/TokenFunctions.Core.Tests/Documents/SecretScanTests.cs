using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Core.Tests.Schemas;

namespace TokenFunctions.Core.Tests.Documents;

/// <summary>No file of the repository holds a real key.</summary>
public sealed class SecretScanTests
{
    private static readonly string[] NotOurs = [".git", "artifacts", "bin", "data", "node_modules", "obj", "TestResults", ".vs"];

    // Samples that somebody has looked at, by the beginning of their SHA-256, so that this file holds none itself.
    private static readonly HashSet<string> Samples =
    [
        .. File.ReadLines(Path.Combine(RealmSchema.Root, "tests", "TokenFunctions.Core.Tests", "Documents", "known-samples.txt"))
            .Where(line => !line.StartsWith('#')).Select(line => line.Split(' ')[0]),
    ];

    [Fact]
    public void No_file_of_the_repository_holds_what_looks_like_a_real_key()
    {
        var files = Files(RealmSchema.Root).ToList();

        Assert.True(files.Count > 500, "The repository was not found.");
        var found = from file in files
                    from secret in SecretPatterns.In(File.ReadAllText(file)).Select(Fingerprint).Distinct()
                    where !Samples.Contains(secret)
                    select $"{Path.GetRelativePath(RealmSchema.Root, file)}: {secret}";
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("-----BEGIN {0}PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\n", "")]
    [InlineData("-----BEGIN {0}PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0B", "RSA ")]
    [InlineData("x-api-key: {0}_billing_0123456789012345678901234567890123456789012345678", "tfk")]
    [InlineData("AccountKey={0}", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXI=")]
    [InlineData("TokenFunctions__AdminKey={0}", "a-key-that-somebody-typed")]
    [InlineData("\"TokenFunctions__SealingKey\": \"{0}\"", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=")]
    [InlineData("ghp_{0}", "abcdefghijklmnopqrstuvwxyz0123456789")]
    public void Keys_are_found(string text, string part) =>
        Assert.Single(SecretPatterns.In(text.Replace("{0}", part, StringComparison.Ordinal)));

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----…")]
    [InlineData("tfk_billing_…")]
    [InlineData("TokenFunctions__AdminKey")]
    [InlineData("AccountKey=KEY")]
    public void Names_and_places_of_keys_are_none(string text) => Assert.Empty(SecretPatterns.In(text));

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder)
        .Where(file => Path.GetFileName(file) is not ".git" and not "local.settings.json")
        .Concat(Directory.EnumerateDirectories(folder).Where(IsOurs).SelectMany(Files));

    private static bool IsOurs(string folder) => !NotOurs.Contains(Path.GetFileName(folder), StringComparer.Ordinal);

    private static string Fingerprint(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))[..16];
}
