using System.Reflection;
using Xunit.Sdk;

namespace TokenFunctions.Testing;

/// <summary>Says that a test runs against a real server, for filters (<c>--filter Against=Azurite</c>), and counts the tests
/// that really ran: a run in which all of them were skipped must show.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
[TraitDiscoverer("TokenFunctions.Testing.AgainstDiscoverer", "TokenFunctions.Testing")]
public sealed class AgainstAttribute(string server) : BeforeAfterTestAttribute, ITraitAttribute
{
    private static readonly Lock Gate = new();

    public string Server { get; } = server;

    /// <summary>The file that the build reads after the run: a line a test.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "against.txt");

    public override void After(MethodInfo methodUnderTest)
    {
        lock (Gate) System.IO.File.AppendAllText(File, $"{Server}\n");
    }
}
