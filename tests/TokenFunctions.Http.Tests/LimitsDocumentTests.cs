using System.Globalization;
using System.Reflection;
using TokenFunctions.Http.Input;
using TokenFunctions.Realms.Drafting;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

/// <summary>docs/limits.md says what the code does.</summary>
public sealed class LimitsDocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Root(), "docs", "limits.md"));

    public static TheoryData<string, string> Rows => new()
    {
        { "request line", Kibi(KestrelRules.MaxRequestLine) },
        { "header lines", Plain(KestrelRules.MaxHeaderCount) },
        { "all headers together", Kibi(KestrelRules.MaxHeaderBytes) },
        { "time for a whole head", $"{Plain((long)KestrelRules.HeadTime.TotalSeconds)} s" },
        { "idle time of a connection", $"{Plain((long)KestrelRules.KeepAlive.TotalSeconds)} s" },
        { "speed of a body", $"{Plain(KestrelRules.BodyBytesPerSecond)} bytes a second, after {Plain((long)KestrelRules.BodyGrace.TotalSeconds)} s" },
        { "speed at which an answer is read", $"{Plain(KestrelRules.BodyBytesPerSecond)} bytes a second, after {Plain((long)KestrelRules.BodyGrace.TotalSeconds)} s" },
        { "query", $"{Plain(Query.MaxLength)} characters" },
        { "query parameters", $"{Plain(Query.MaxCount)}, " },
        { "body", $"{Kibi(BodyReader.MaxBytes)}, " },
        { "body of an import", $"{Kibi(BodyLimits.Import.MaxBytes)}, " },
        { "values of an import", Plain(BodyLimits.Import.MaxValues) },
        { "body that is taken off the wire", $"{Plain(KestrelRules.MaxRequestBody / 1024 / 1024)} MiB" },
        { "depth of a body", $"{Plain(JsonInspector.MaxDepth)} levels" },
        { "values of a body", Plain(JsonInspector.MaxValues) },
        { "names of realms, keys, callers", $"{Plain(LongestName())} characters" },
        { "`min_ttl`", $"{Plain(TokenInput.MaxMinTtl)} s" },
        { "`pageSize`", Plain(PageInput.MaxSize) },
        { "`page`", Plain(PageInput.MaxPage) },
        { "`keyword`", $"{Plain(PageInput.MaxKeyword)} characters" },
        { "`comment` of a realm", $"{Plain(RealmInput.MaxComment)} characters" },
        { "`curl` of a draft", $"{Plain(RealmDrafter.MaxLine)} characters" },
        { "pushed value", $"{Plain(PushedInputs.MaxLength)} characters" },
        { "all values of a secret together", $"{Plain(IVault.MaxDocument)} characters" },
        { "`vault_secret`", $"{Plain(SecretInput.MaxAddress)} characters" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_has_the_codes_value(string limit, string value) =>
        Assert.Contains($"\n| {limit} | {value}", Text, StringComparison.Ordinal);

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Kibi(long bytes) => $"{Plain(bytes / 1024)} KiB";

    private static int LongestName() => Enumerable.Range(1, 1000).Last(length => NameRule.IsValid(new string('n', length)));

    private static string Root() => typeof(LimitsDocumentTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;
}
