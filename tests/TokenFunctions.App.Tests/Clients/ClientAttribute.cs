using System.Reflection;
using Xunit.Sdk;

namespace TokenFunctions.App.Tests.Clients;

/// <summary>Runs a test with one of the clients of <c>samples/clients</c>; skipped with the reason where its language is
/// missing.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ClientAttribute : DataAttribute
{
    private readonly string client;

    /// <param name="client">One of <see cref="ClientLanguages"/>.</param>
    public ClientAttribute(string client) => (this.client, Skip) = (client, ClientLanguages.SkipReason(client));

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[client]];
}
