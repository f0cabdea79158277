using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Http.Languages;

namespace TokenFunctions.Http.Problems;

/// <summary>A problem as <c>application/problem+json</c> (RFC 9457 §3).</summary>
internal static class ProblemJson
{
    public const string MediaType = "application/problem+json; charset=utf-8";

    public static void Write(Utf8JsonWriter writer, Problem problem, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "about:blank");
        writer.WriteString("title", language.Say(ReasonPhrases.GetReasonPhrase(problem.Status)));
        writer.WriteNumber("status", problem.Status);
        writer.WriteString("detail", language.Say(problem.Detail));
        writer.WriteString("code", problem.Code);
        if (problem.Field is { } field) writer.WriteString("field", field);
        if (problem.Errors.Count > 0) ErrorsJson.Write(writer, "errors", problem.Errors, language);
        if (problem.RetryAt is { } at) writer.WriteTime("retry_at", at);
        if (problem.WhatToDo is { } advice) writer.WriteString("what_to_do", language.Say(advice));
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
}
