using TokenFunctions.App.Tests.Clients;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>docs/clients.md shows the clients that the tests run, line by line, and says which they do not run.</summary>
public sealed class ClientsDocumentTests
{
    public static TheoryData<string> Files => [.. ClientsDocument.Files];

    [Fact]
    public void Each_file_is_shown_once() =>
        Assert.Equal(ClientsDocument.Files, ClientsDocument.Shown.Select(s => s.Path).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void It_shows_the_file_as_it_is(string file) =>
        Assert.Equal(ClientsDocument.Read(file), ClientsDocument.Shown.Single(s => s.Path == file).Code);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_has_less_than_forty_lines_of_code(string file) =>
        Assert.InRange(ClientsDocument.Read(file).Split('\n').Count(IsCode), 5, 39);

    [Fact]
    public void It_marks_what_no_test_runs() => Assert.Equal(
        ClientsDocument.Files.Where(f => f.StartsWith("go/", StringComparison.Ordinal) || f == "java/TokenInterceptor.java"),
        ClientsDocument.Shown.Where(s => s.IsUnrun).Select(s => s.Path).Order(StringComparer.Ordinal));

    private static bool IsCode(string line) => line.Trim() is { Length: > 0 } text && text[0] != '#'
        && !text.StartsWith("//", StringComparison.Ordinal) && !(text.StartsWith("/**", StringComparison.Ordinal) && text.EndsWith("*/", StringComparison.Ordinal));
}
