namespace TokenFunctions.Host.Tests.Workers;

/// <summary>A verb of an HTTP function, in either host.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Method">The verb, in lower case.</param>
/// <param name="Route">The route, without the prefix.</param>
/// <param name="Level">What the host asks for, in lower case.</param>
internal sealed record HttpFunction(string Name, string Method, string Route, string Level);
