using TokenFunctions.Package;

namespace TokenFunctions.Host.Tests.Package;

public sealed class PackageOptionsTests
{
    [Fact]
    public void Without_words_the_runtime_is_brought_along_and_functions_ask_for_a_key() =>
        Assert.Equal(new PackageOptions { Kind = PackageKind.SelfContained, AuthLevel = "function" }, PackageOptions.Parse());

    [Fact]
    public void Words_may_stand_in_any_order() => Assert.Equal(
        new PackageOptions { Kind = PackageKind.FrameworkDependent, AuthLevel = "anonymous" },
        PackageOptions.Parse("--auth-level", "anonymous", "--framework-dependent"));

    [Theory]
    [InlineData("--auth-level")]
    [InlineData("--auth-level admin")]
    [InlineData("--aot --framework-dependent")]
    [InlineData("--fast")]
    public void Others_are_not_understood(string line) => Assert.Null(PackageOptions.Parse(line.Split(' ')));
}
