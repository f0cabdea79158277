using TokenFunctions.Http.Access;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Matrix;

/// <summary>A way in which the service is run.</summary>
internal sealed record Hosting(string Name, AccessRules Rules)
{
    private static readonly AccessRules Keyed = new() { AdminKey = new SecretText(TestApp.AdminKey) };

    public static readonly IReadOnlyList<Hosting> All =
    [
        new("by itself, admin key", Keyed),
        new("by itself on loopback, no key", new AccessRules { RequireLoopbackGuard = true }),
        new("by itself for others, callers only", new AccessRules()),
        new("Functions host, function keys", new AccessRules { IsBehindHost = true, TrustFunctionKeys = true }),
        new("Functions host, admin key", Keyed with { IsBehindHost = true }),
        new("Functions host, admin key, App Service identity", Keyed with
        {
            IsBehindHost = true, TrustAppServiceIdentity = true, ClientAddressHeader = "CLIENT-IP",
        }),
    ];

    public bool HasAdminKey => Rules.AdminKey is not null;

    /// <summary>Whether a request without any key is served.</summary>
    public bool ServesKeyless => Rules.RequireLoopbackGuard || Rules.TrustFunctionKeys;

    public bool HasIdentity => Rules.TrustAppServiceIdentity;

    public bool SeesAddresses => !Rules.IsBehindHost || Rules.ClientAddressHeader is not null;
}
