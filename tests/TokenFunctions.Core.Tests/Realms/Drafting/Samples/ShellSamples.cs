namespace TokenFunctions.Core.Tests.Realms.Drafting.Samples;

/// <summary>Lines as shells and browsers write them.</summary>
internal static class ShellSamples
{
    public static readonly IReadOnlyList<CurlSample> All =
    [
        new("windows carets")
        {
            Curl = """
                curl ^"https://login.example.com/oauth/token^" ^
                  -X ^"POST^" ^
                  -H ^"Content-Type: application/json^" ^
                  --data-raw ^"^{^\^"client_id^\^":^\^"hid-win-id^\^",^\^"client_secret^\^":^\^"hid-win%%secret^\^",^\^"grant_type^\^":^\^"client_credentials^\^"^}^"
                """,
            Id = "example",
            Config = """
                {
                  "url": "https://login.example.com/oauth/token",
                  "method": "POST",
                  "content_type": "json",
                  "arguments": [
                    {"name": "client_id", "place": "body", "value": "$client_id"},
                    {"name": "client_secret", "place": "body", "value": "$client_secret"},
                    {"name": "grant_type", "place": "body", "value": "client_credentials"}
                  ],
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "client_id, client_secret*",
            Hidden = ["secret^"],
        },
        new("windows quotes")
        {
            Curl = """
                curl.exe -X POST "https://auth.example.com/v2/login" ^
                 -H "Content-Type: application/json" ^
                 -d "{\"user\":\"hid-win-user\",\"password\":\"hid-win-pass\"}"
                """,
            Answer = """
                {"data":{"token":"hid-token-77","expiration":"2026-11-22 13:00:00"}}
                """,
            Id = "example",
            Config = """
                {
                  "url": "https://auth.example.com/v2/login",
                  "method": "POST",
                  "content_type": "json",
                  "arguments": [
                    {"name": "user", "place": "body", "value": "$user"},
                    {"name": "password", "place": "body", "value": "$password"}
                  ],
                  "token_path": "data.token",
                  "response": {"expires_at_path": "data.expiration", "expires_at_format": "%Y-%m-%d %H:%M:%S"}
                }
                """,
            Fields = "user, password*",
        },
        new("ansi quote")
        {
            Curl = """
                curl 'https://api.example.com/v1/sessions' \
                  -H 'accept: application/json' \
                  -H 'cookie: sid=hid-cookie-sid; theme=hid-dark' \
                  -H 'sec-ch-ua: "Chromium";v="120"' \
                  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64)' \
                  -H 'content-type: application/json' \
                  --data-raw $'{"email":"hid@example.com","password":"hid-it\'s\u0021"}' --compressed
                """,
            Answer = """
                {"success":true,"result":{"sessionId":"hid-token-77","expiresIn":1800000}}
                """,
            Id = "example",
            Config = """
                {
                  "url": "https://api.example.com/v1/sessions",
                  "method": "POST",
                  "content_type": "json",
                  "arguments": [
                    {"name": "accept", "place": "header", "value": "application/json"},
                    {"name": "Cookie", "place": "header", "value": "sid=${sid}; theme=${theme}"},
                    {"name": "email", "place": "body", "value": "$email"},
                    {"name": "password", "place": "body", "value": "$password"}
                  ],
                  "token_path": "result.sessionId",
                  "expires_in_path": "result.expiresIn",
                  "response": {"success": [{"path": "success", "in": [true]}], "expires_in_unit": "ms"}
                }
                """,
            Fields = "sid*, theme*, email, password*",
            Hidden = ["it's!", "hid@example"],
        },
        new("api key header")
        {
            Curl = """
                curl -X POST https://api.example.io/v3/workspaces/7f3e2d1c-0b9a-4877-a665-544332211000/token -H "X-Api-Key: hid-api-key" -H "Authorization: ApiKey hid-other-key" -A "my-app/1.0" -e https://example.io -b "session=hid-sess" -F 'grant_type=client_credentials' -F 'file=@x.json'
                """,
            Answer = """
                {"jwt":"eyJhbGciOiJub25lIn0.eyJleHAiOjE3OTUzNDg4MDB9.hid-token-77"}
                """,
            Id = "example",
            Config = """
                {
                  "url": "https://api.example.io/v3/workspaces/7f3e2d1c-0b9a-4877-a665-544332211000/token",
                  "method": "POST",
                  "content_type": "form",
                  "arguments": [
                    {"name": "Authorization", "place": "header", "value": "ApiKey ${api_key}"},
                    {"name": "X-Api-Key", "place": "header", "value": "$api_key_2"},
                    {"name": "User-Agent", "place": "header", "value": "my-app/1.0"},
                    {"name": "Cookie", "place": "header", "value": "session=${session}"},
                    {"name": "grant_type", "place": "body", "value": "client_credentials"}
                  ],
                  "token_path": "jwt",
                  "response": {"expires_from_jwt": true},
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "api_key*, api_key_2*, session*",
            Hidden = ["eyJhbGci"],
        },
    ];
}
