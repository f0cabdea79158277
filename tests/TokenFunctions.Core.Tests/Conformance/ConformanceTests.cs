namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>Every answer of every vector: the requests before it and what has to be made of it.</summary>
[Trait("Category", "Conformance")]
public sealed class ConformanceTests
{
    public static TheoryData<string, int> Answers
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var vector in VectorFiles.All)
                for (var i = 0; i < Math.Max(1, vector.Responses.Count); i++) cases.Add(vector.Name, i);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_vector_holds(string vector, int response)
    {
        IReadOnlyList<string> differences = ["the run did not come to its end"];
        try
        {
            differences = await VectorRun.DifferencesAsync(VectorFiles.Find(vector), response);
        }
        finally
        {
            ConformanceCount.Add(vector, response, differences.Count == 0);
        }
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }
}
