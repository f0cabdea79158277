namespace TokenFunctions.Realms.Drafting.Presets;

/// <summary>The preset that is most like a drafted realm.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Why">What speaks for it, in a sentence.</param>
public sealed record PresetMatch(string Id, string Title, string Why)
{
    /// <summary>The best preset for a request; null = none is like it.</summary>
    /// <param name="url">The drafted <c>url</c>, a template.</param>
    /// <param name="method">The drafted method.</param>
    /// <param name="presets">The presets to choose from; the first of equals wins.</param>
    public static PresetMatch? Best(string url, string method, IReadOnlyList<PresetSketch> presets)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(presets);
        var drafted = new UrlPattern(url);
        var best = presets.Select(preset => (Preset: preset, Weight: Weigh(drafted, method, preset)))
            .Where(found => found.Weight > 0).OrderByDescending(found => found.Weight).FirstOrDefault().Preset;
        if (best is null) return null;
        var pattern = new UrlPattern(best.Url);
        var host = pattern.IsHostOpen ? "the host is each customer's own" : $"host `{pattern.Host}`";
        var path = pattern.IsPathLike(drafted) ? $"path `{pattern.Path}`" : "another path with the same end";
        return new(best.Id, best.Title, $"The address is like that of this preset: {host}, {path}.");
    }

    private static int Weigh(UrlPattern drafted, string method, PresetSketch preset)
    {
        var pattern = new UrlPattern(preset.Url);
        var weight = pattern.Weigh(drafted);
        var isSameMethod = string.Equals(method, preset.Method, StringComparison.OrdinalIgnoreCase);
        return weight == 0 ? 0 : (2 * weight) + (isSameMethod ? 1 : 0);
    }
}
