using System.Text.Json;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>Refuses JSON that readers understand differently: members that are there twice,
/// half surrogates, deep nesting.
/// </summary>
internal static class JsonInspector
{
    /// <summary>The deepest nesting, the body's own object included.</summary>
    public const int MaxDepth = 32;

    /// <summary>What is wrong; null = nothing.</summary>
    public static Problem? Inspect(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var objects = new Stack<HashSet<string>>();
        try
        {
            while (reader.Read())
            {
                if (Check(ref reader, objects) is { } problem) return problem;
            }

            return null;
        }
        catch (JsonException e)
        {
            return InputProblem.InvalidJson(e.LineNumber, e.BytePositionInLine);
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader.GetString says so of an escape that is half of a surrogate pair.
            return InputProblem.InvalidJson("a text in it has an escape that is no character");
        }
    }

    private static Problem? Check(ref Utf8JsonReader reader, Stack<HashSet<string>> objects)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= MaxDepth:
                return InputProblem.InvalidJson("it is nested deeper than 32 levels");
            case JsonTokenType.StartObject:
                objects.Push(new HashSet<string>(StringComparer.Ordinal));
                return null;
            case JsonTokenType.EndObject:
                objects.Pop();
                return null;
            case JsonTokenType.PropertyName:
                var name = reader.GetString()!;
                return objects.Peek().Add(name) ? null : InputProblem.DuplicateMember(name);
            case JsonTokenType.String when reader.ValueIsEscaped:
                reader.GetString();
                return null;
            default:
                return null;
        }
    }
}
