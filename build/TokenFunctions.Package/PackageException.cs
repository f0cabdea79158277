namespace TokenFunctions.Package;

/// <summary>No package was made, or not one that may be deployed.</summary>
/// <param name="message">Why, for whoever ran the command.</param>
internal sealed class PackageException(string message) : Exception(message);
