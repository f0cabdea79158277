namespace TokenFunctions.Package;

/// <summary>What the package brings along.</summary>
internal enum PackageKind
{
    /// <summary>The runtime too: the machine needs nothing. The Functions runtime is <c>custom</c>.</summary>
    SelfContained,

    /// <summary>The app alone, started by the <c>dotnet</c> of the machine. The Functions runtime is
    /// <c>dotnet-isolated</c>, whose image has one.</summary>
    FrameworkDependent,

    /// <summary>One native program (ahead of time), for machines that can link it. The Functions runtime is
    /// <c>custom</c>.</summary>
    Aot,
}
