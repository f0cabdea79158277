using System.Xml.Linq;
using TokenFunctions.Host.Tests.Documents;

namespace TokenFunctions.Host.Tests.Workers;

/// <summary>The worker's projects stay out of what is built where its packages are not.</summary>
public sealed class WorkerProjectTests
{
    private static readonly string[] Projects =
        [$"{WorkerSources.Folder}/TokenFunctions.Worker.csproj", "tests/TokenFunctions.Worker.Tests/TokenFunctions.Worker.Tests.csproj"];

    public static TheoryData<string, string> Versions => new()
    {
        { "Azure.Data.Tables", "12.11.0" },
        { "Microsoft.Azure.Functions.Worker", "2.52.0" },
        { "Microsoft.Azure.Functions.Worker.Extensions.Http", "3.3.0" },
        { "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore", "2.1.1" },
        { "Microsoft.Azure.Functions.Worker.Extensions.Timer", "4.3.1" },
        { "Microsoft.Azure.Functions.Worker.Sdk", "2.1.0" },
    };

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_package_has_its_central_version_and_the_worker_names_none(string package, string version)
    {
        var central = XDocument.Parse(Repository.Read("Directory.Packages.props"));
        var worker = XDocument.Parse(Repository.Read(Projects[0]));

        Assert.Equal(version, Named(central, "PackageVersion", package).Attribute("Version")?.Value);
        Assert.Null(Named(worker, "PackageReference", package).Attribute("Version"));
    }

    [Fact]
    public void The_worker_may_use_reflection_which_the_other_projects_do_without()
    {
        // The packages read the bindings of functions by it (azure-functions-dotnet-worker, issue 2715).
        const string Switch = "JsonSerializerIsReflectionEnabledByDefault";
        Assert.Contains($"<{Switch}>false</{Switch}>", Repository.Read("src/Directory.Build.props"), StringComparison.Ordinal);
        Assert.Contains($"<{Switch}>true</{Switch}>", Repository.Read(Projects[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void No_solution_has_them_and_no_project_in_one_needs_them()
    {
        Assert.DoesNotContain("TokenFunctions.Worker", Repository.Read("TokenFunctions.sln"), StringComparison.Ordinal);
        Assert.DoesNotContain("TokenFunctions.Worker", Repository.Read("src/Packages.slnf"), StringComparison.Ordinal);
        Assert.Contains(
            """<OtherTestRun Include="tests/TokenFunctions.Worker.Tests/*.csproj" />""", Repository.Read("Directory.Solution.targets"), StringComparison.Ordinal);
        var others = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !Projects.Contains(file) && !file.StartsWith("artifacts/", StringComparison.Ordinal));
        Assert.All(others, file => Assert.DoesNotContain("TokenFunctions.Worker.csproj", Repository.Read(file), StringComparison.Ordinal));
    }

    [Fact]
    public void They_have_no_lock_files() => Assert.All(Projects, project =>
    {
        Assert.Contains("<RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>", Repository.Read(project), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "packages.lock.json")));
    });

    private static XElement Named(XDocument project, string item, string name) =>
        project.Descendants(item).Single(element => element.Attribute("Include")?.Value == name);
}
