using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Mutations;

/// <summary>A target that the web server may refuse by itself.</summary>
internal static class OddTarget
{
    private static readonly Func<string, string>[] Targets =
    [
        path => path + "%00", path => path + "\0", path => path + "/\u00e9", path => path + " x", path => path + "\t", path => path + "#part", path => $"http://127.0.0.1{path}",
        path => $"http://evil.example{path}", path => $"//evil.example{path}", path => path[1..], _ => "*", _ => "", _ => "?", _ => "127.0.0.1:80", path => path + new string('a', 9000),
        path => $"{path}?{new string('q', 9000)}", path => path.Replace("/", "\\", StringComparison.Ordinal), path => path + "\u0001", path => "\u00ff" + path,
    ];

    public static void Apply(Draft draft, Chance chance) => draft.Path = chance.Pick(Targets)(draft.Path);
}
