using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using TokenFunctions.Http.Endpoints;

namespace TokenFunctions.Http.Problems;

/// <summary>A problem as <c>application/problem+json</c> (RFC 9457 §3).</summary>
internal static class ProblemJson
{
    public const string MediaType = "application/problem+json; charset=utf-8";

    public static void Write(Utf8JsonWriter writer, Problem problem)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "about:blank");
        writer.WriteString("title", ReasonPhrases.GetReasonPhrase(problem.Status));
        writer.WriteNumber("status", problem.Status);
        writer.WriteString("detail", problem.Detail);
        writer.WriteString("code", problem.Code);
        WriteText(writer, "field", problem.Field);
        if (problem.Errors.Count > 0) ErrorsJson.Write(writer, "errors", problem.Errors);
        if (problem.RetryAt is { } at) writer.WriteTime("retry_at", at);
        WriteText(writer, "what_to_do", problem.WhatToDo);
        WriteUpstream(writer, problem);
        problem.More?.Invoke(writer);
        writer.WriteEndObject();
    }

    private static void WriteUpstream(Utf8JsonWriter writer, Problem problem)
    {
        if (problem.UpstreamCode is null && problem.UpstreamMessage is null) return;
        writer.WriteStartObject("upstream");
        writer.WriteString("code", problem.UpstreamCode);
        writer.WriteString("message", problem.UpstreamMessage);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null) writer.WriteString(name, text);
    }
}
