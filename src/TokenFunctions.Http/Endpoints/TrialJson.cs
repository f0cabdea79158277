using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TokenFunctions.Http.Languages;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Trials;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>A trial as it is answered: of the token only its length and the beginning of its hash.</summary>
internal static class TrialJson
{
    public static void Write(Utf8JsonWriter writer, Trial trial, DateTimeOffset now, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("outcome", trial.Answer.HasToken ? "token" : "failure");
        if (trial.Answer.HasToken) Write(writer, trial.Answer.Token, now);
        else Write(writer, trial.Answer.Failure, language);
        writer.WriteStartArray("exchanges");
        foreach (var exchange in trial.Exchanges) Write(writer, exchange);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, UpstreamToken token, DateTimeOffset now)
    {
        writer.WriteStartObject("token");
        writer.WriteNumber("length", token.Value.Length);
        writer.WriteString("sha256_prefix", Prefix(token.Value.Reveal()));
        writer.WriteString("token_type", token.Type);
        if (token.Life is { } life) writer.WriteNumber("expires_in", (long)life.TotalMilliseconds);
        else writer.WriteNull("expires_in");
        writer.WriteTime("expires_at", now + token.Life);
        writer.WriteString("expires_by", token.LifeRule);
        WriteNames(writer, "extra", token.Extra.Keys);
        WriteNames(writer, "state", token.State.Keys);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, UpstreamFailure failure, Language language)
    {
        writer.WriteStartObject("failure");
        writer.WriteString("code", FailureCodes.Of(failure.Kind));
        writer.WriteString("detail", language.Say(failure.Detail));
        writer.WriteString("what_to_do", language.Say(FailureTable.Rule(failure.Kind).WhatToDo));
        writer.WriteBoolean("retryable", IsRetryable(failure));
        if (failure.RetryAfter is { } wait) writer.WriteNumber("retry_after", (long)wait.TotalMilliseconds);
        writer.WriteString("upstream_code", failure.Code);
        writer.WriteString("upstream_message", failure.Message);
        WriteNames(writer, "refresh_uses", failure.RefreshUses);
        writer.WriteEndObject();
    }

    // What no answer tells is not in the realm's rules: a call that did not get through may work later.
    private static bool IsRetryable(UpstreamFailure failure) =>
        failure.IsRetryable
        || (failure.Kind == FailureKind.Transient && failure.Reach != UpstreamReach.Answered);

    private static void Write(Utf8JsonWriter writer, TrialExchange exchange)
    {
        writer.WriteStartObject();
        writer.WriteString("step", exchange.Step);
        Write(writer, "request", exchange.Request);
        if (exchange.Response is { } response) Write(writer, "response", response);
        else writer.WriteNull("response");
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, TrialMessage message)
    {
        writer.WriteStartObject(name);
        writer.WriteString("line", message.Line);
        writer.WriteStartArray("headers");
        foreach (var (header, value) in message.Headers) writer.WriteStringValue($"{header}: {value}");
        writer.WriteEndArray();
        writer.WriteString("body", message.Body);
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, string member, IEnumerable<string> names)
    {
        writer.WriteStartArray(member);
        foreach (var name in names) writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    // Enough to see whether two runs gave the same token, too little to tell anything of it.
    private static string Prefix(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))[..8];
}
