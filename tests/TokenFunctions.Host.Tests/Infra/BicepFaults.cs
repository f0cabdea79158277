using System.Text.RegularExpressions;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>What is wrong with a folder of Bicep files, a sentence each.</summary>
internal static partial class BicepFaults
{
    public static IEnumerable<string> Of(IReadOnlyList<BicepFile> files) =>
        [.. files.SelectMany(OfOne), .. files.SelectMany(file => OfModules(file, files)), .. Unreached(files), .. Versions(files)];

    private static IEnumerable<string> OfOne(BicepFile file)
    {
        if (Brackets.FirstAlone(file.Code) is { } line) yield return $"{file.Name}: a bracket of line {line} is alone";
        foreach (var name in file.Names.Where(name => IsUnused(file, name))) yield return $"{file.Name}: {name} is not used";
        foreach (var name in file.Names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return $"{file.Name}: {name.Key} is there twice";
        foreach (var name in file.Parameters.Keys.Where(name => !IsDescribed(file, "param", name)))
            yield return $"{file.Name}: {name} has no description";
        foreach (var name in file.Outputs.Where(name => !IsDescribed(file, "output", name)))
            yield return $"{file.Name}: {name} has no description";
        foreach (var name in Needed(file).Where(name => !file.Names.Contains(name, StringComparer.Ordinal)))
            yield return $"{file.Name}: dependsOn names {name}, which is not there";
    }

    // A resource or module may be there for itself; one that only exists may not.
    private static bool IsUnused(BicepFile file, string name) =>
        file.Uses(name) == 0
        && !Regex.IsMatch(file.Text, $"^(resource|module) {name} '[^']+' = ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static bool IsDescribed(BicepFile file, string keyword, string name) =>
        file.Before(keyword, name).Contains("@description('", StringComparison.Ordinal);

    private static IEnumerable<string> Needed(BicepFile file) =>
        from match in DependsOn().Matches(file.Code)
        from name in match.Groups["names"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        select name;

    private static IEnumerable<string> OfModules(BicepFile file, IReadOnlyList<BicepFile> files)
    {
        foreach (var (name, path, passed) in file.Modules)
        {
            if (files.FirstOrDefault(f => f.Name == path) is not { } module)
            {
                yield return $"{file.Name}: {name} is {path}, which is not there";
                continue;
            }

            foreach (var unknown in passed.Except(module.Parameters.Keys, StringComparer.Ordinal))
                yield return $"{file.Name}: {name} is passed {unknown}, which {path} does not take";
            foreach (var missing in module.Parameters.Where(p => p.Value).Select(p => p.Key).Except(passed, StringComparer.Ordinal))
                yield return $"{file.Name}: {name} is not passed {missing}";
            foreach (var output in Read(file, name).Except(module.Outputs, StringComparer.Ordinal))
                yield return $"{file.Name}: {output} is read of {name}, which {path} does not tell";
        }
    }

    private static IEnumerable<string> Read(BicepFile file, string module) =>
        Regex.Matches(file.Code, $@"\b{module}[!]?\.[?]?outputs\.(?<name>\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Select(m => m.Groups["name"].Value);

    private static IEnumerable<string> Unreached(IReadOnlyList<BicepFile> files) =>
        from file in files
        where file.Name.StartsWith("modules/", StringComparison.Ordinal)
        where !files.Any(f => f.Modules.Any(m => m.File == file.Name))
        select $"{file.Name} is used by nobody";

    private static IEnumerable<string> Versions(IReadOnlyList<BicepFile> files) =>
        from resource in files.SelectMany(f => f.Resources).Distinct()
        group resource.Version by resource.Type into type
        where type.Count() > 1
        select $"{type.Key} is used in versions {string.Join(", ", type)}";

    [GeneratedRegex(@"dependsOn: \[(?<names>[^\]]*)\]", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex DependsOn();
}
