using System.Globalization;
using System.Text;
using System.Text.Json;
using TokenFunctions.Core.Tests.Conformance;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Realms.Properties;

/// <summary>Makes bodies of answers: those of the vectors, some of them damaged, others of the names that a config
/// reads, and noise.</summary>
/// <param name="chance">What decides.</param>
/// <param name="paths">The paths that a config reads, among other texts.</param>
internal sealed class AnyBody(Chance chance, IReadOnlyList<string> paths)
{
    private static readonly string[] Real = [.. VectorFiles.All.SelectMany(vector => vector.Responses)
        .Where(answer => answer.TryGetProperty("body", out var body) && body.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        .Select(answer => answer.GetProperty("body").GetRawText())];

    private static readonly string[] Usual = ["\"T0KEN\"", "\"T0KEN\"", "7200", "\"7200\"", "0", "\"2026-11-20T13:00:00Z\""];

    private static readonly string[] Odd =
    [
        "\"eyJhbGciOiJub25lIn0.eyJleHAiOjE3OTUxNzk2MDB9.x\"", "-1", "1e308", "1e999", "0.5", "\"NaN\"", "1795179600000",
        "\"9999-12-31T23:59:59.999999999+14:00\"", "true", "false", "null", "\"\"", "\"{\\\"a\\\":1}\"", "[]", "{}", "\"\\ud800\"", "\"a\\udc00\\ud83d\\ude00\"", "\"a\\u0000b\"", "\"bearer\"", "\"invalid_client\"",
    ];

    public byte[] Next() => chance.Below(12) switch
    {
        0 => chance.Bytes(),
        1 => chance.Encoded(JsonMutation.Of(chance.Pick(Real), chance, chance.Below(3))),
        2 => chance.Encoded(Xml()),
        3 => chance.Encoded(string.Join('&', Some(path => $"{path}={Scalar()}"))),
        4 => chance.Encoded(chance.Pick("", "plain", new string('[', 2000), new string(' ', 50), string.Concat(Enumerable.Repeat("<a>", 2000)), chance.Text())),
        _ => [.. chance.OneIn(9) ? Encoding.UTF8.Preamble : [], .. chance.Encoded($"{{{string.Join(',', Some(path => Member(path.Split('.'))))}}}")],
    };

    private IEnumerable<string> Some(Func<string, string> write) =>
        Enumerable.Range(0, 1 + chance.Below(20)).Select(_ => chance.Pick(paths)).DistinctBy(path => path.Split('.')[0]).Select(write);

    private string Scalar() => chance.OneIn(20) ? JsonMutation.Quoted(chance.Text()) : chance.Pick(chance.OneIn(5) ? Odd : Usual);

    private string Member(ReadOnlySpan<string> path) => $"{JsonMutation.Quoted(path[0])}:{Value(path[1..])}";

    private string Value(ReadOnlySpan<string> path)
    {
        if (path.Length == 0 || chance.OneIn(30)) return Scalar();
        if (path[0] == "@json") return JsonMutation.Quoted(Value(path[1..]));
        if (int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)) return $"[{Value(path[1..])},{Scalar()}]";
        return $"{{{Member(path)}}}";
    }

    private string Xml()
    {
        var elements = string.Concat(Some(path =>
        {
            var names = path.Split('.').Select(name => string.Concat(name.Where(char.IsAsciiLetter).Prepend('x'))).ToList();
            return string.Concat(names.Select(name => $"<{name[1..]}>")) + Scalar() + string.Concat(names.AsEnumerable().Reverse().Select(name => $"</{name[1..]}>"));
        }));
        return chance.Pick("<r>", "<?xml version='1.0'?><r>", "<!DOCTYPE r [<!ENTITY a 'b'>]><r>&a;") + elements + chance.Pick("</r>", "</r>", "");
    }
}
