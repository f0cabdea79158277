using TokenFunctions.Host.Tests.Documents;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>The workflows trust no more than they must.</summary>
public sealed class WorkflowTests
{
    private const string Good = """
        name: x

        permissions:
          contents: read

        concurrency:
          group: x

        jobs:
          one:
            runs-on: ubuntu-latest
            timeout-minutes: 5
            steps:
              - uses: actions/checkout@0123456789012345678901234567890123456789 # v5.0.0
                with:
                  persist-credentials: false
              - run: ./build
        """;

    public static TheoryData<string> Workflows => [.. Names()];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Nothing_is_careless(string workflow) =>
        Assert.Empty(WorkflowFaults.Of(Repository.Read($".github/workflows/{workflow}")));

    [Fact]
    public void There_is_one_for_each_duty() => Assert.Superset(
        new HashSet<string>(["ci.yml", "infra.yml", "deploy.yml", "release.yml", "container.yml", "worker.yml"], StringComparer.Ordinal),
        new HashSet<string>(Names(), StringComparer.Ordinal));

    [Fact]
    public void A_good_one_is_good() => Assert.Empty(WorkflowFaults.Of(Good));

    [Theory]
    [InlineData("0123456789012345678901234567890123456789 # v5.0.0", "v5", "not pinned")]
    [InlineData(" # v5.0.0", "", "not pinned")]
    [InlineData("contents: read", "contents: write", "permissions")]
    [InlineData("permissions:", "other:", "permissions")]
    [InlineData("concurrency:", "other:", "two runs")]
    [InlineData("timeout-minutes: 5", "", "no end")]
    [InlineData("persist-credentials: false", "fetch-depth: 1", "leaves its key")]
    [InlineData("./build", "./build ${{ inputs.x }}", "holds an expression")]
    [InlineData("- run: ./build", "- name: y\n        run: |\n          ./build\n          ./push ${{ inputs.x }}", "holds an expression")]
    [InlineData("- run: ./build", "- run: |\n          if ./ask; then\n\n            ./push ${{ inputs.x }}\n          fi", "holds an expression")]
    public void What_is_careless_is_found(string text, string instead, string fault) => Assert.Contains(
        WorkflowFaults.Of(Good.Replace(text, instead, StringComparison.Ordinal)), f => f.Contains(fault, StringComparison.Ordinal));

    private static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", "workflows")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
