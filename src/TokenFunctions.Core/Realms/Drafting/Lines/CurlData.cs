namespace TokenFunctions.Realms.Drafting.Lines;

/// <summary>One piece of data of a curl line.</summary>
/// <param name="Option">The option that gave it.</param>
/// <param name="Name">The parameter's name, where the option names it apart from its value.</param>
/// <param name="Text">The data; plain where <paramref name="Name"/> is set, else as it goes over the wire.</param>
internal sealed record CurlData(CurlOption Option, string? Name, string Text);
