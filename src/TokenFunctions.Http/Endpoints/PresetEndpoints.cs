using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms.Presets;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Shows the realms that ship with the product.</summary>
internal static class PresetEndpoints
{
    public static Task<Answer> List(HttpContext context)
    {
        var page = PageInput.Read(context.Request, byRealm: false);
        if (page.HasFailed) return Task.FromResult<Answer>(page.Problem);
        var found = PresetCatalog.All.Where(p => page.Value!.Matches(p.Id) || page.Value.Matches(p.Title)).ToList();
        return Task.FromResult(ListAnswer.Of(page.Value!.Cut(found), found.Count, PresetJson.WriteShort));
    }

    public static Task<Answer> Find(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        var id = PathNames.Name(context, "id", fault);
        if (fault.Problem is { } problem) return Task.FromResult<Answer>(problem);
        return Task.FromResult(PresetCatalog.Find(id) is { } preset
            ? Answer.Ok(preset.Json.WriteTo)
            : ResourceProblem.UnknownPreset());
    }
}
