using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms.Drafting;
using TokenFunctions.Realms.Drafting.Presets;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Drafts a realm from a curl line. Nothing is stored and nobody is called.</summary>
internal sealed class RealmDraftEndpoint(IReadOnlyList<PresetSketch> presets)
{
    public async Task<Answer> DraftAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        if (fault.Problem is { } problem) return problem;
        var body = await BodyReader.RequireAsync(context);
        if (body.HasFailed) return body.Problem;
        using var json = body.Value!;
        var input = RealmDraftInput.Read(json.RootElement);
        if (input.HasFailed) return input.Problem;
        var reading = RealmDrafter.Draft(input.Value!.Curl, input.Value.Answer, presets);
        return reading.IsDrafted
            ? Answer.Ok((w, language) => RealmDraftJson.Write(w, reading.Draft, language))
            : new Problem(400, "invalid_curl", reading.Fault) { Field = "curl" };
    }
}
