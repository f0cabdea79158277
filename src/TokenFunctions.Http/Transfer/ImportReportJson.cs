using System.Text.Json;

namespace TokenFunctions.Http.Transfer;

/// <summary>The report of an import as it is answered.</summary>
internal static class ImportReportJson
{
    public static void Write(Utf8JsonWriter writer, ImportReport report)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("dry_run", report.IsDryRun);
        WriteAll(writer, "realms", report, ImportKind.Realm);
        WriteAll(writer, "secrets", report, ImportKind.Secret);
        WriteAll(writer, "callers", report, ImportKind.Caller);
        writer.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter writer, string name, ImportReport report, ImportKind kind)
    {
        writer.WriteStartArray(name);
        foreach (var outcome in report.Outcomes.Where(outcome => outcome.Step.Kind == kind)) Write(writer, outcome);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ImportOutcome outcome)
    {
        writer.WriteStartObject();
        WriteName(writer, outcome.Step);
        writer.WriteString("result", NameOf(outcome.Result));
        if (outcome.Code is { } code) writer.WriteString("code", code);
        if (outcome.Step.Fields.Count > 0)
        {
            writer.WriteStartArray("fields");
            foreach (var field in outcome.Step.Fields) writer.WriteStringValue(field);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter writer, ImportStep step)
    {
        switch (step.Kind)
        {
            case ImportKind.Realm:
                writer.WriteString("id", step.Deed.Realm);
                break;
            case ImportKind.Secret:
                writer.WriteString("realm", step.Deed.Realm);
                writer.WriteString("key", step.Deed.Key);
                break;
            default:
                writer.WriteString("id", step.Deed.Subject);
                break;
        }
    }

    private static string NameOf(ImportResult result) => result switch
    {
        ImportResult.Created => "created",
        ImportResult.Replaced => "replaced",
        ImportResult.Unchanged => "unchanged",
        ImportResult.NeedsValues => "needs_values",
        ImportResult.Failed => "failed",
        _ => "left",
    };
}
