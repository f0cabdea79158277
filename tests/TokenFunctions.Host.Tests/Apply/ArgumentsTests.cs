using TokenFunctions.Host.Apply;

namespace TokenFunctions.Host.Tests.Apply;

public sealed class ArgumentsTests
{
    [Theory]
    [InlineData("apply realms", "realms", false, false)]
    [InlineData("apply realms --dry-run", "realms", true, false)]
    [InlineData("apply --remove-secrets realms --dry-run", "realms", true, true)]
    public void The_folder_and_its_options_come_in_any_order(string line, string folder, bool dryRun, bool removeSecrets) =>
        Assert.Equal(new ApplyArguments(folder, dryRun, removeSecrets), Arguments.Parse(line.Split(' '))?.Apply);

    [Theory]
    [InlineData("apply")]
    [InlineData("apply --dry-run")]
    [InlineData("apply one two")]
    [InlineData("apply realms --dryrun")]
    [InlineData("apply realms --dry-run --dry-run")]
    [InlineData("apply realms realms")]
    [InlineData("--demo apply realms")]
    [InlineData("apply realms --demo")]
    public void What_is_not_understood_is_not_guessed(string line) => Assert.Null(Arguments.Parse(line.Split(' ')));

    [Fact]
    public void Without_words_and_with_the_demo_nothing_is_applied()
    {
        Assert.Equal(new Arguments(false), Arguments.Parse([]));
        Assert.Equal(new Arguments(true), Arguments.Parse(["--demo"]));
    }
}
