using System.Text.Json;
using TokenFunctions.Http.Languages;
using TokenFunctions.Http.Problems;
using TokenFunctions.Quotas;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>The status of a token as it is answered.</summary>
internal static class StatusJson
{
    public static void Write(Utf8JsonWriter writer, TokenStatus status, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("realm", status.Key.Realm);
        writer.WriteString("key", status.Key.Key);
        writer.WriteString("age", status.Age);
        writer.WriteString("state", status.State);
        writer.WriteNumber("generation", status.Generation);
        writer.WriteTime("issued_at", status.IssuedAt);
        writer.WriteTime("expires_at", status.ExpiresAt);
        writer.WriteTime("due_at", status.DueAt);
        writer.WriteTime("dead_at", status.DeadAt);
        writer.WriteTime("next_renewal_at", status.NextRenewalAt);
        writer.WriteTime("uncertain_since", status.UncertainSince);
        writer.WriteNumber("attempt", status.Attempt);
        writer.WriteBoolean("renewing", status.Renewing);
        WriteFailure(writer, status.Failure, language);
        writer.WriteNumber("failure_count", status.FailureCount);
        WriteQuotas(writer, status.Quotas);
        writer.WriteEndObject();
    }

    // The members of a limit have the names and the words that they have in policy.limits.
    private static void WriteQuotas(Utf8JsonWriter writer, IReadOnlyList<QuotaStatus> quotas)
    {
        writer.WriteStartArray("quotas");
        foreach (var quota in quotas)
        {
            writer.WriteStartObject();
            writer.WriteNumber("max", quota.Limit.Max);
            writer.WriteNumber("per_sec", (long)quota.Limit.Window.TotalSeconds);
            writer.WriteString("on", quota.Limit.ForcedOnly ? "force" : "all");
            writer.WriteString("per", quota.Limit.PerRealm ? "realm" : "secret");
            writer.WriteNumber("used", quota.Used);
            writer.WriteNumber("left", quota.Left);
            writer.WriteTime("ends_at", quota.EndsAt);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFailure(Utf8JsonWriter writer, TokenFailure? failure, Language language)
    {
        if (failure is null)
        {
            writer.WriteNull("failure");
            return;
        }

        writer.WriteStartObject("failure");
        writer.WriteString("code", failure.Code);
        writer.WriteString("detail", language.Say(failure.Detail));
        writer.WriteString("upstream_code", failure.UpstreamCode);
        writer.WriteString("upstream_message", failure.UpstreamMessage);
        writer.WriteTime("at", failure.At);
        writer.WriteTime("retry_at", failure.RetryAt);
        writer.WriteString("what_to_do", language.Say(FailureTable.Rule(failure.Kind).WhatToDo));
        writer.WriteEndObject();
    }
}
