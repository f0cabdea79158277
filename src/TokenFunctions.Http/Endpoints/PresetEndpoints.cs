using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Languages;
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
        var language = LanguageChoice.Of(context.Request);
        var found = PresetCatalog.All.Where(preset => Names(preset, language).Any(page.Value!.Matches)).ToList();
        return Task.FromResult(ListAnswer.Of(page.Value!.Cut(found), found.Count, PresetJson.WriteShort));
    }

    public static Task<Answer> Find(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        var id = PathNames.Name(context, "id", fault);
        if (fault.Problem is { } problem) return Task.FromResult<Answer>(problem);
        return Task.FromResult(PresetCatalog.Find(id) is { } preset
            ? Answer.Ok((w, language) => PresetJson.Write(w, preset, language))
            : ResourceProblem.UnknownPreset());
    }

    // Whoever reads Chinese may know a provider by either name.
    private static IEnumerable<string> Names(Preset preset, Language language) =>
        language.Preset(preset.Id) is { } text
            ? [preset.Id, preset.Title, text.Title]
            : [preset.Id, preset.Title];
}
