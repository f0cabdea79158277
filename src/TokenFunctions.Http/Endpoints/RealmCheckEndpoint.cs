using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Languages;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Tells whether a realm could be saved. Nothing is stored and nobody is called.</summary>
internal sealed class RealmCheckEndpoint(RealmChecks checks)
{
    public async Task<Answer> CheckAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        Precondition.None(context.Request, fault);
        if (fault.Problem is { } problem) return problem;
        var body = await BodyReader.RequireAsync(context);
        if (body.HasFailed) return body.Problem;
        using var json = body.Value!;
        var input = RealmInput.Read(json.RootElement);
        if (input.HasFailed) return input.Problem;
        var finding = await checks.CheckAsync(context, input.Value!);
        return finding.HasFailed
            ? finding.Problem
            : Answer.Ok((w, language) => Write(w, finding.Value!, input.Value!, language));
    }

    private static void Write(
        Utf8JsonWriter writer, RealmFinding finding, RealmDefinition realm, Language language)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("valid", finding.IsValid);
        ErrorsJson.Write(writer, "errors", finding.Errors, language);
        ErrorsJson.Write(writer, "warnings", finding.IsValid ? RealmWarnings.Of(realm) : [], language);
        writer.WriteEndObject();
    }
}
