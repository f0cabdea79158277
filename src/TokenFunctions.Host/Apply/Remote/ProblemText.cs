using System.Text.Json;
using TokenFunctions.Diagnostics;

namespace TokenFunctions.Host.Apply.Remote;

/// <summary>What a service's refusal says, for a person.</summary>
internal static class ProblemText
{
    /// <summary>The refusal in a line, and a line for each of its <c>errors</c> (RFC 9457).</summary>
    public static string Of(ServiceAnswer answer) =>
        string.Join(Environment.NewLine, (answer.Body.Items("errors") ?? []).Select(Line).Prepend(Line(answer)));

    private static string Line(ServiceAnswer answer)
    {
        if (answer.IsSilence) return PlainText.Of($"the service does not answer: {answer.Reason}.");
        var title = answer.Body.Text("title") ?? $"the service answered {answer.Status} {answer.Reason}";
        var text = answer.Body.Text("detail") is { } detail ? $"{title}: {detail}" : title;
        return PlainText.Of(answer.Status == 401
            ? $"{text} TokenFunctions__Apply__ApiKey and TokenFunctions__Apply__FunctionKey say what is sent."
            : text);
    }

    private static string Line(JsonElement error) =>
        PlainText.Of($"    {error.Text("pointer")} {error.Text("message")}");
}
