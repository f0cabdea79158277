namespace TokenFunctions.App.Tests.Functions.Wire;

/// <summary>How the host passes HTTP requests on; which one it does depends on its version.</summary>
public enum HostMode
{
    /// <summary><c>enableForwardingHttpRequest</c>: it makes a request of its own.</summary>
    Forwarding,

    /// <summary><c>enableProxyingHttpRequest</c>: it is a reverse proxy.</summary>
    Proxying,
}
