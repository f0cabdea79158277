using TokenFunctions.Http.Access.Identity;
using static TokenFunctions.Http.Tests.App.CallerSetUp;

namespace TokenFunctions.Http.Tests.Access;

public sealed class PlatformIdentityTests
{
    private const string App = "11111111-2222-3333-4444-55555555aaaa";
    private const string Other = "22222222-2222-3333-4444-55555555aaaa";

    [Theory]
    [InlineData("appid", App, App)]
    [InlineData("azp", "11111111-2222-3333-4444-55555555AAAA", App)]
    [InlineData("aud", App, null)]
    public void An_application_is_known_by_its_client_id(string claim, string value, string? expected) =>
        Assert.Equal(expected, PlatformIdentity.Parse(Principal((claim, value)))?.AppId);

    [Fact]
    public void Both_claims_may_name_the_same_application_and_not_two()
    {
        Assert.Equal(App, PlatformIdentity.Parse(Principal(("appid", App), ("azp", App)))?.AppId);
        Assert.Null(PlatformIdentity.Parse(Principal(("appid", App), ("azp", Other))));
    }

    [Theory]
    [InlineData("scp")]
    [InlineData("http://schemas.microsoft.com/identity/claims/scope")]
    public void A_persons_token_is_not_its_applications_but_has_its_roles(string claim)
    {
        var identity = PlatformIdentity.Parse(Principal(("appid", App), (claim, "user_impersonation"), ("roles", "b"), ("roles", "a"), ("roles", "a")));
        Assert.Null(identity!.AppId);
        Assert.Equal(["a", "b"], identity.Roles);
    }

    [Fact]
    public void Roles_have_a_second_name() => Assert.Equal(
        ["a"], PlatformIdentity.Parse(Principal(("http://schemas.microsoft.com/ws/2008/06/identity/claims/role", "a")))!.Roles);

    [Fact]
    public void Claims_of_other_providers_mean_nothing()
    {
        var identity = PlatformIdentity.Parse(Encode($$"""{"auth_typ":"google","claims":[{"typ":"azp","val":"{{App}}"},{"typ":"roles","val":"a"}]}"""));
        Assert.Equal((null, 0), (identity!.AppId, identity.Roles.Count));
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("{}")]
    [InlineData("e30")]
    public void What_is_not_base64_is_broken(string header) => Assert.Null(PlatformIdentity.Parse(header));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"auth_typ":"aad"}""")]
    [InlineData("""{"auth_typ":1,"claims":[]}""")]
    [InlineData("""{"auth_typ":"aad","claims":{}}""")]
    [InlineData("""{"auth_typ":"aad","claims":["appid"]}""")]
    [InlineData("""{"auth_typ":"aad","claims":[{"typ":"appid"}]}""")]
    [InlineData("""{"auth_typ":"aad","claims":[{"typ":"appid","val":7}]}""")]
    [InlineData("""{"auth_typ":"aad","claims":[{"typ":"appid","val":"no-guid"}]}""")]
    [InlineData("""{"auth_typ":"aad","claims":[],"x":[[[[[]]]]]}""")]
    public void What_the_platform_would_never_write_is_broken(string json) => Assert.Null(PlatformIdentity.Parse(Encode(json)));

    [Fact]
    public void What_is_longer_than_any_token_is_broken() =>
        Assert.Null(PlatformIdentity.Parse(Principal(("appid", App), ("x", new string('x', 30_000)))));
}
