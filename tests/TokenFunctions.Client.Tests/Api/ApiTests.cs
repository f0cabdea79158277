namespace TokenFunctions.Client.Tests.Api;

/// <summary>What programs can see of the packages is written down, so that a change of it is seen and meant.</summary>
public sealed class ApiTests
{
    [Theory]
    [InlineData(typeof(TokenClient))]
    [InlineData(typeof(ITokenSource))]
    [InlineData(typeof(Sqlite.SqliteTables))]
    public void The_public_API_is_as_it_was_approved(Type of)
    {
        var name = of.Assembly.GetName().Name!;
        var file = Repository.File("tests", "TokenFunctions.Client.Tests", "Api", $"{name}.txt");
        var now = ApiText.Of(of.Assembly);
        if (Environment.GetEnvironmentVariable("ACCEPT_API") == "true") File.WriteAllLines(file, now);
        var approved = File.Exists(file) ? File.ReadAllLines(file) : [];

        var difference = approved.Except(now, StringComparer.Ordinal).Select(line => $"- {line}")
            .Concat(now.Except(approved, StringComparer.Ordinal).Select(line => $"+ {line}")).ToList();

        Assert.True(
            difference.Count == 0,
            $"The public API of {name} is not as approved:\n{string.Join('\n', difference)}\n"
            + "If that is meant, accept it and commit the file:\n"
            + "ACCEPT_API=true dotnet test tests/TokenFunctions.Client.Tests --filter ApiTests");
    }
}
