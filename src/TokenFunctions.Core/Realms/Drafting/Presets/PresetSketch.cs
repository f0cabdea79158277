namespace TokenFunctions.Realms.Drafting.Presets;

/// <summary>What of a preset is compared with a drafted realm.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its <c>config.url</c>, a template.</param>
/// <param name="Method">Its <c>config.method</c>; POST where it has none.</param>
public sealed record PresetSketch(string Id, string Title, string Url, string Method);
