namespace TokenFunctions.Core.Tests.Realms.Drafting.Samples;

/// <summary>Makers of software and their OAuth dialects.</summary>
internal static class VendorSamples
{
    public static readonly IReadOnlyList<CurlSample> All =
    [
        new("zoom")
        {
            Curl = """
                curl -X POST https://zoom.us/oauth/token -d 'grant_type=account_credentials' -d 'account_id=hid-zoom-account' -H 'Host: zoom.us' -H 'Authorization: Basic aGlkLXpvb20taWQ6aGlkLXpvb20tc2VjcmV0'
                """,
            Answer = """
                {"access_token":"hid-token-77","token_type":"bearer","expires_in":3599,"scope":"user:read:admin","api_url":"https://api.zoom.us"}
                """,
            Id = "zoom",
            Config = """
                {
                  "url": "https://zoom.us/oauth/token",
                  "method": "POST",
                  "content_type": "form",
                  "arguments": [
                    {"name": "grant_type", "place": "body", "value": "account_credentials"},
                    {"name": "account_id", "place": "body", "value": "$account_id"}
                  ],
                  "auth": {"type": "basic", "username": "$client_id", "password": "$client_secret"},
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "response": {"extra": {"api_url": "api_url"}},
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "account_id, client_id, client_secret*",
            Hidden = ["aGlkLXpvb20"],
        },
        new("paypal")
        {
            Curl = """
                curl -v -X POST "https://api-m.sandbox.paypal.com/v1/oauth2/token"\
                 -u "hid-paypal-id:hid-paypal-secret"\
                 -H "Content-Type: application/x-www-form-urlencoded"\
                 -d "grant_type=client_credentials"
                """,
            Answer = """
                {"scope":"https://uri.paypal.com/services/invoicing","access_token":"hid-token-77","token_type":"Bearer","app_id":"APP-80W284485P519543T","expires_in":31668,"nonce":"2020-04-03T15:35:36ZaYZlGvEkV4yVSz8g6bAKFoGSEzuy3CQcz3ljhibkOHg"}
                """,
            Id = "api-m-sandbox-paypal",
            Config = """
                {
                  "url": "https://api-m.sandbox.paypal.com/v1/oauth2/token",
                  "method": "POST",
                  "content_type": "form",
                  "arguments": [
                    {"name": "grant_type", "place": "body", "value": "client_credentials"}
                  ],
                  "auth": {"type": "basic", "username": "$client_id", "password": "$client_secret"},
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "client_id, client_secret*",
        },
        new("twitch")
        {
            Curl = """
                curl -X POST 'https://id.twitch.tv/oauth2/token' \
                -H 'Content-Type: application/x-www-form-urlencoded' \
                -d 'client_id=hid-twitch-id&client_secret=hid-twitch-secret&grant_type=client_credentials'
                """,
            Answer = """
                {"access_token":"hid-token-77","expires_in":5011271,"token_type":"bearer"}
                """,
            Id = "twitch",
            Config = """
                {
                  "url": "https://id.twitch.tv/oauth2/token",
                  "method": "POST",
                  "content_type": "form",
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
        },
        new("fedex")
        {
            Curl = """
                curl --location --request POST 'https://apis-sandbox.fedex.com/oauth/token' --header 'Content-Type: application/x-www-form-urlencoded' --header 'X-locale: en_US' --data-urlencode 'grant_type=client_credentials' --data-urlencode 'client_id=hid-fedex&id' --data-urlencode 'client_secret=hid-fedex=secret'
                """,
            Answer = """
                {"access_token":"hid-token-77","token_type":"bearer","expires_in":3599,"scope":"CXS"}
                """,
            Id = "apis-sandbox-fedex",
            Config = """
                {
                  "url": "https://apis-sandbox.fedex.com/oauth/token",
                  "method": "POST",
                  "content_type": "form",
                  "arguments": [
                    {"name": "X-locale", "place": "header", "value": "en_US"},
                    {"name": "grant_type", "place": "body", "value": "client_credentials"},
                    {"name": "client_id", "place": "body", "value": "$client_id"},
                    {"name": "client_secret", "place": "body", "value": "$client_secret"}
                  ],
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "client_id, client_secret*",
        },
        new("jamf")
        {
            Curl = """
                curl -sSL -u 'hid-jamf-user:hid-jamf:pass' -X POST https://yourServer.jamfcloud.com/api/v1/auth/token
                """,
            Answer = """
                {"token":"hid-token-77","expires":"2026-11-22T13:00:00.123Z"}
                """,
            Id = "jamfcloud",
            Config = """
                {
                  "url": "https://${server}.jamfcloud.com/api/v1/auth/token",
                  "method": "POST",
                  "auth": {"type": "basic", "username": "$username", "password": "$password"},
                  "token_path": "token",
                  "response": {"expires_at_path": "expires", "expires_at_format": "rfc3339"}
                }
                """,
            Fields = "server, username, password*",
            Hidden = ["hid-jamf:pass"],
        },
        new("ups")
        {
            Curl = """
                curl -i -X POST \
                  -u <hid-ups-user>:<hid-ups-password> \
                  https://wwwcie.ups.com/security/v1/oauth/token \
                  -H 'Content-Type: application/x-www-form-urlencoded' \
                  -H 'x-merchant-id: hid-merchant' \
                  -d grant_type=client_credentials
                """,
            Answer = """
                {"token_type":"Bearer","issued_at":"1668028800000","client_id":"hid-ups-user","access_token":"hid-token-77","expires_in":"14399","status":"approved"}
                """,
            Id = "wwwcie-ups",
            Config = """
                {
                  "url": "https://wwwcie.ups.com/security/v1/oauth/token",
                  "method": "POST",
                  "content_type": "form",
                  "arguments": [
                    {"name": "x-merchant-id", "place": "header", "value": "$merchant_id"},
                    {"name": "grant_type", "place": "body", "value": "client_credentials"}
                  ],
                  "auth": {"type": "basic", "username": "$client_id", "password": "$client_secret"},
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "merchant_id, client_id, client_secret*",
        },
    ];
}
