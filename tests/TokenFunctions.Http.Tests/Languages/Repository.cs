using System.Reflection;

namespace TokenFunctions.Http.Tests.Languages;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    public static readonly string Root = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;
}
