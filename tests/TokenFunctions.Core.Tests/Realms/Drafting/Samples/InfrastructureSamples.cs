namespace TokenFunctions.Core.Tests.Realms.Drafting.Samples;

/// <summary>Clouds, registries and client certificates.</summary>
internal static class InfrastructureSamples
{
    public static readonly IReadOnlyList<CurlSample> All =
    [
        new("keystone")
        {
            Curl = """
                curl -i -H "Content-Type: application/json" -d '
                { "auth": {
                    "identity": {
                      "methods": ["password"],
                      "password": {
                        "user": {
                          "name": "hid-admin",
                          "domain": { "id": "default" },
                          "password": "hid-keystone-password"
                        }
                      }
                    },
                    "scope": { "project": { "name": "hid-demo", "domain": { "id": "default" } } }
                  }
                }' "http://localhost:5000/v3/auth/tokens"
                """,
            Answer = """
                {"token":{"methods":["password"],"expires_at":"2026-11-22T13:00:00.000000Z","issued_at":"2026-11-21T13:00:00.000000Z"}}
                """,
            Id = "localhost",
            Config = """
                {
                  "url": "http://localhost:5000/v3/auth/tokens",
                  "method": "POST",
                  "content_type": "json",
                  "body": {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "$user_name", "domain": {"id": "$domain_id"}, "password": "$password"}}}, "scope": {"project": {"name": "$project_name", "domain": {"id": "$domain_id"}}}}},
                  "token_path": "access_token",
                  "expires_in_path": "expires_in"
                }
                """,
            Fields = "user_name, domain_id, password*, project_name",
        },
        new("mtls")
        {
            Curl = """
                curl --cert ./company_auth.pem:hid-passphrase --key /home/me/hid-key.pem --cacert ca.pem -k -X POST https://accounts.adp.com/auth/oauth/v2/token -d grant_type=client_credentials -d client_id=$CLIENT_ID -d "client_secret=${CLIENT_SECRET}"
                """,
            Id = "adp",
            Config = """
                {
                  "url": "https://accounts.adp.com/auth/oauth/v2/token",
                  "method": "POST",
                  "content_type": "form",
                  "arguments": [
                    {"name": "grant_type", "place": "body", "value": "client_credentials"},
                    {"name": "client_id", "place": "body", "value": "$client_id"},
                    {"name": "client_secret", "place": "body", "value": "$client_secret"}
                  ],
                  "tls": {"cert": "$tls_cert", "key": "$tls_key", "passphrase": "$tls_passphrase", "ca": "$tls_ca"},
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "client_id, client_secret*, tls_cert*, tls_key*, tls_passphrase*, tls_ca",
            Hidden = ["company_auth", "CLIENT_SECRET"],
        },
        new("docker")
        {
            Curl = """
                curl -u "hid-docker-user:hid-docker-pass" "https://auth.docker.io/token?service=registry.docker.io&scope=repository:library/alpine:pull&scope=repository:library/busybox:pull"
                """,
            Answer = """
                {"token":"hid-token-77","access_token":"hid-token-77","expires_in":300,"issued_at":"2026-11-21T12:00:00Z"}
                """,
            Id = "docker",
            Config = """
                {
                  "url": "https://auth.docker.io/token",
                  "method": "GET",
                  "arguments": [
                    {"name": "service", "place": "url", "value": "registry.docker.io"},
                    {"name": "scope", "place": "url", "value": "repository:library/alpine:pull"},
                    {"name": "scope", "place": "url", "value": "repository:library/busybox:pull", "append": true}
                  ],
                  "auth": {"type": "basic", "username": "$username", "password": "$password"},
                  "token_path": "access_token",
                  "expires_in_path": "expires_in"
                }
                """,
            Fields = "username, password*",
        },
        new("powershell file")
        {
            Curl = """
                TOKEN=$(curl -s --request POST "https://sso.example.org/auth/realms/master/protocol/openid-connect/token" --data @body.txt --proxy http://hid-proxy:hid-pass@10.0.0.1:80 --frobnicate)
                """,
            Id = "sso-example",
            Config = """
                {
                  "url": "https://sso.example.org/auth/realms/master/protocol/openid-connect/token",
                  "method": "POST",
                  "token_path": "access_token",
                  "expires_in_path": "expires_in"
                }
                """,
            Fields = "",
        },
    ];
}
