namespace TokenFunctions.Realms.Keys;

/// <summary>An elliptic curve of RFC 7518 §6.2.1.1.</summary>
/// <param name="Name">Its name in a JWK.</param>
/// <param name="Oid">Its object identifier.</param>
/// <param name="Length">The length of a coordinate in bytes.</param>
internal sealed record NamedCurve(string Name, string Oid, int Length)
{
    /// <summary>The curve of ES256.</summary>
    public static readonly NamedCurve P256 = new("P-256", "1.2.840.10045.3.1.7", 32);

    /// <summary>The curve of ES384.</summary>
    public static readonly NamedCurve P384 = new("P-384", "1.3.132.0.34", 48);

    /// <summary>The curve of ES512.</summary>
    public static readonly NamedCurve P521 = new("P-521", "1.3.132.0.35", 66);

    /// <summary>The curve that a JWK names; null when it is not known.</summary>
    public static NamedCurve? OfJwk(string? name) =>
        new[] { P256, P384, P521 }.FirstOrDefault(curve => string.Equals(curve.Name, name, StringComparison.Ordinal));
}
