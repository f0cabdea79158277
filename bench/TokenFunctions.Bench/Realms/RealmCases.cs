using System.Text.Json;
using TokenFunctions.Bench.Measuring;
using TokenFunctions.Core.Tests.Conformance;

namespace TokenFunctions.Bench.Realms;

/// <summary>The realm engine with five vectors of the conformance run.</summary>
internal static class RealmCases
{
    // A query; a form; a form with a JWT (PS256); SigV4 and XML; an MD5 signature and JSON in JSON.
    private static readonly string[] Providers =
        ["wecom_gettoken", "entra_client_secret", "entra_certificate", "aws_sts_assume_role", "taobao_top_refresh"];

    /// <summary>Three cases for each of them.</summary>
    public static IEnumerable<Case> All()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Vectors", "realm-vectors.json");
        using var vectors = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var provider in Providers)
        {
            var json = vectors.RootElement.EnumerateArray().First(vector => IsOf(vector, provider));
            var attempt = new RealmAttempt(new Vector(provider, json));
            yield return new(provider + "/compile", attempt.Compile);
            yield return new(provider + "/build", attempt.Build);
            yield return new(provider + "/read", attempt.Read);
        }
    }

    private static bool IsOf(JsonElement vector, string provider) =>
        vector.GetProperty("provider").ValueEquals(provider);
}
