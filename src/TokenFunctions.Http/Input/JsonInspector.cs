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

    /// <summary>The most values, objects and arrays among them: far more than any realm has.</summary>
    public const int MaxValues = 10_000;

    /// <summary>What is wrong; null = nothing.</summary>
    /// <param name="json">The body.</param>
    /// <param name="maxValues">The most values that it may hold.</param>
    public static Problem? Inspect(ReadOnlySpan<byte> json, int maxValues = MaxValues)
    {
        var reader = new Utf8JsonReader(json);
        var objects = new Stack<HashSet<string>>();
        var values = 0;
        try
        {
            while (reader.Read())
            {
                if (Check(ref reader, objects) is { } problem) return problem;
                if (IsValue(reader.TokenType) && ++values > maxValues)
                    return InputProblem.InvalidJson($"it holds more than {maxValues} values");
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

    private static bool IsValue(JsonTokenType token) =>
        token is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray);

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
