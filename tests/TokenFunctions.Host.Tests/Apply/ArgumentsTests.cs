using TokenFunctions.Host.Apply;
using TokenFunctions.Host.Backups;

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
    [InlineData("backup")]
    [InlineData("backup --replace")]
    [InlineData("backup one two")]
    [InlineData("restore")]
    [InlineData("restore --replace")]
    [InlineData("restore one two")]
    [InlineData("restore one --force")]
    [InlineData("restore one --replace --replace")]
    public void What_is_not_understood_is_not_guessed(string line) => Assert.Null(Arguments.Parse(line.Split(' ')));

    [Theory]
    [InlineData("restore monday", false)]
    [InlineData("restore monday --replace", true)]
    [InlineData("restore --replace monday", true)]
    public void A_backup_is_restored_over_another_database_only_when_that_is_said(string line, bool replace)
    {
        var arguments = Arguments.Parse(line.Split(' '))!;

        Assert.Equal(new RestoreArguments("monday", replace), arguments.Restore);
        Assert.True(arguments.IsCopy);
    }

    [Fact]
    public void A_backup_has_a_folder()
    {
        var arguments = Arguments.Parse(["backup", "monday"])!;

        Assert.Equal(("monday", true, null), (arguments.Backup, arguments.IsCopy, arguments.Apply));
    }

    [Fact]
    public void Each_verb_is_in_the_usage() => Assert.All(
        ["--demo", "apply FOLDER", "backup FOLDER", "restore FOLDER", "--replace"],
        word => Assert.Contains(word, Arguments.Usage, StringComparison.Ordinal));

    [Fact]
    public void Without_words_and_with_the_demo_nothing_is_applied()
    {
        Assert.Equal(new Arguments(false), Arguments.Parse([]));
        Assert.Equal(new Arguments(true), Arguments.Parse(["--demo"]));
    }
}
