namespace TokenFunctions.Core.Tests.Realms.Drafting.Samples;

/// <summary>Identity providers.</summary>
internal static class IdentitySamples
{
    public static readonly IReadOnlyList<CurlSample> All =
    [
        new("entra")
        {
            Curl = """
                curl -X POST -H "Content-Type: application/x-www-form-urlencoded" -d 'client_id=00001111-aaaa-2222-bbbb-3333cccc4444&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_secret=hidA1bC2dE3f&grant_type=client_credentials' 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token'
                """,
            Answer = """
                {"token_type":"Bearer","expires_in":3599,"access_token":"hid-token-77"}
                """,
            Id = "microsoftonline",
            Config = """
                {
                  "url": "https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token",
                  "method": "POST",
                  "content_type": "form",
                  "arguments": [
                    {"name": "client_id", "place": "body", "value": "$client_id"},
                    {"name": "scope", "place": "body", "value": "https://graph.microsoft.com/.default"},
                    {"name": "client_secret", "place": "body", "value": "$client_secret"},
                    {"name": "grant_type", "place": "body", "value": "client_credentials"}
                  ],
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "tenant, client_id, client_secret*",
            Hidden = ["00001111-aaaa-2222-bbbb-3333cccc4444", "hidA1bC2dE3f"],
        },
        new("auth0")
        {
            Curl = """
                curl --request POST \
                  --url 'https://{yourDomain}/oauth/token' \
                  --header 'content-type: application/json' \
                  --data '{"client_id":"hid-auth0-client","client_secret":"hid-auth0-secret","audience":"https://{yourDomain}/api/v2/","grant_type":"client_credentials"}'
                """,
            Answer = """
                {"access_token":"eyJhbGciOi.eyJpc3Mi.hid-token-77","token_type":"Bearer","expires_in":86400}
                """,
            Id = "new-realm",
            Config = """
                {
                  "url": "https://${domain}/oauth/token",
                  "method": "POST",
                  "content_type": "json",
                  "arguments": [
                    {"name": "client_id", "place": "body", "value": "$client_id"},
                    {"name": "client_secret", "place": "body", "value": "$client_secret"},
                    {"name": "audience", "place": "body", "value": "https://${domain}/api/v2/"},
                    {"name": "grant_type", "place": "body", "value": "client_credentials"}
                  ],
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "domain, client_id, client_secret*",
            Hidden = ["eyJhbGci"],
        },
        new("github")
        {
            Curl = """
                curl --request POST \
                --url "https://api.github.com/app/installations/INSTALLATION_ID/access_tokens" \
                --header "Accept: application/vnd.github+json" \
                --header "Authorization: Bearer hid-github-jwt" \
                --header "X-GitHub-Api-Version: 2022-11-28"
                """,
            Answer = """
                {"token":"hid-token-77","expires_at":"2026-11-22T13:00:00Z","permissions":{"issues":"write","contents":"read"},"repository_selection":"selected"}
                """,
            Id = "github",
            Config = """
                {
                  "url": "https://api.github.com/app/installations/${installation_id}/access_tokens",
                  "method": "POST",
                  "arguments": [
                    {"name": "Accept", "place": "header", "value": "application/vnd.github+json"},
                    {"name": "X-GitHub-Api-Version", "place": "header", "value": "2022-11-28"}
                  ],
                  "auth": {"type": "bearer", "token": "$bearer_token"},
                  "token_path": "token",
                  "response": {"expires_at_path": "expires_at", "expires_at_format": "rfc3339"}
                }
                """,
            Fields = "installation_id, bearer_token*",
        },
        new("refresh")
        {
            Curl = """
                curl -X POST https://api.amazon.com/auth/o2/token -H 'Content-Type: application/x-www-form-urlencoded;charset=UTF-8' -d 'grant_type=refresh_token&refresh_token=hid-Atzr-refresh&client_id=hid-amzn-id&client_secret=hid-amzn-secret'
                """,
            Answer = """
                {"access_token":"hid-token-77","refresh_token":"hid-refresh","token_type":"bearer","expires_in":3600}
                """,
            Id = "amazon",
            Config = """
                {
                  "url": "https://api.amazon.com/auth/o2/token",
                  "method": "POST",
                  "content_type": "form",
                  "arguments": [
                    {"name": "grant_type", "place": "body", "value": "refresh_token"},
                    {"name": "refresh_token", "place": "body", "value": "$refresh_token"},
                    {"name": "client_id", "place": "body", "value": "$client_id"},
                    {"name": "client_secret", "place": "body", "value": "$client_secret"}
                  ],
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client"], "kind": "bad_credentials"}, {"code": ["invalid_grant"], "kind": "reauthorize"}]}
                }
                """,
            Fields = "refresh_token*, client_id, client_secret*",
        },
        new("okta")
        {
            Curl = """
                curl --location --request POST 'https://${yourOktaDomain}/oauth2/v1/token' \
                --header 'Accept: application/json' \
                --header 'Content-Type: application/x-www-form-urlencoded' \
                --data-urlencode 'grant_type=client_credentials' \
                --data-urlencode 'scope=okta.users.read okta.groups.read' \
                --data-urlencode 'client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer' \
                --data-urlencode 'client_assertion=eyJraWQiOiJ.eyJhdWQiOiJo.hid-signature'
                """,
            Id = "new-realm",
            Config = """
                {
                  "url": "https://${okta_domain}/oauth2/v1/token",
                  "method": "POST",
                  "content_type": "form",
                  "arguments": [
                    {"name": "Accept", "place": "header", "value": "application/json"},
                    {"name": "grant_type", "place": "body", "value": "client_credentials"},
                    {"name": "scope", "place": "body", "value": "okta.users.read okta.groups.read"},
                    {"name": "client_assertion_type", "place": "body", "value": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
                    {"name": "client_assertion", "place": "body", "value": "$client_assertion"}
                  ],
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "okta_domain, client_assertion*",
            Hidden = ["eyJraWQ"],
        },
        new("userinfo")
        {
            Curl = """
                $ curl "https://hid-user:hid%40pass@sts.example.com/issue?audience=api%3A%2F%2Fhid-user%2F.default"
                """,
            Id = "sts-example",
            Config = """
                {
                  "url": "https://sts.example.com/issue",
                  "method": "GET",
                  "arguments": [
                    {"name": "audience", "place": "url", "value": "api://${username}/.default"}
                  ],
                  "auth": {"type": "basic", "username": "$username", "password": "$password"},
                  "token_path": "access_token",
                  "expires_in_path": "expires_in"
                }
                """,
            Fields = "username, password*",
            Hidden = ["hid@pass"],
        },
    ];
}
