using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Conformance;

public sealed class VectorFilesTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("""[{"provider":"a","realm":{}},{"provider":"b","realm":{}}]""", "v/a v/b")]
    [InlineData("""{"provider":"a","realm":{}}""", "v/a")]
    [InlineData("""{"note":"x","tags":["y"],"vectors":[{"provider":"a","realm":{}},{"provider":"a","realm":{}}]}""", "v/a v/a-2")]
    public void A_file_holds_a_list_or_one_or_an_object_with_a_list(string json, string names)
    {
        File.WriteAllText(Path.Combine(folder.Path, "v.json"), json);
        Assert.Equal(names.Split(' '), VectorFiles.Read([folder.Path]).Keys);
    }

    [Fact]
    public void The_repositorys_vectors_are_all_there()
    {
        var own = VectorFiles.All.Where(vector => vector.Name.StartsWith("realm-vectors/", StringComparison.Ordinal)).ToList();
        Assert.Equal((32, 76), (own.Count, own.Sum(vector => vector.Responses.Count)));
    }

    public void Dispose() => folder.Dispose();
}
