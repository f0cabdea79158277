namespace TokenFunctions.Core.Tests.Realms.Drafting.Samples;

/// <summary>All sample lines by name.</summary>
internal static class CurlSamples
{
    public static readonly IReadOnlyDictionary<string, CurlSample> All =
        new[]
        {
            ChineseSamples.All, ChineseSignedSamples.All, IdentitySamples.All,
            InfrastructureSamples.All, VendorSamples.All, OddVendorSamples.All, ShellSamples.All
        }.SelectMany(samples => samples).ToDictionary(sample => sample.Name, StringComparer.Ordinal);
}
