using System.Reflection;
using TokenFunctions.Testing.Schemas;

namespace TokenFunctions.Core.Tests.Schemas;

/// <summary>The schema that the repository has, and where the repository is.</summary>
internal static class RealmSchema
{
    public static readonly string Root = typeof(RealmSchema).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    public static readonly JsonSchema Whole = new(File.ReadAllText(Path.Combine(Root, "schemas", "realm.schema.json")));

    public static readonly JsonSchema Dialect = new(File.ReadAllText(
        Path.Combine(Root, "tests", "TokenFunctions.Core.Tests", "Schemas", "dialect.schema.json")));

    /// <summary>A realm of a config and nothing else.</summary>
    public static string Realm(string config) => $$"""{"id":"r","config":{{config}}}""";
}
