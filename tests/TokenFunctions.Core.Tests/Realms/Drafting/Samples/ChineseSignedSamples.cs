namespace TokenFunctions.Core.Tests.Realms.Drafting.Samples;

/// <summary>Endpoints of Chinese platforms that are odd in one way or another.</summary>
internal static class ChineseSignedSamples
{
    public static readonly IReadOnlyList<CurlSample> All =
    [
        new("stable token")
        {
            Curl = """
                curl -X POST https://api.weixin.qq.com/cgi-bin/stable_token --json '{"grant_type":"client_credential","appid":"hid-wx-app","secret":"hid-wx-secret","force_refresh":false}'
                """,
            Answer = """
                {"errcode":40013,"errmsg":"invalid appid"}
                """,
            Id = "weixin-qq",
            Config = """
                {
                  "url": "https://api.weixin.qq.com/cgi-bin/stable_token",
                  "method": "POST",
                  "content_type": "json",
                  "arguments": [
                    {"name": "grant_type", "place": "body", "value": "client_credential"},
                    {"name": "appid", "place": "body", "value": "$appid"},
                    {"name": "secret", "place": "body", "value": "$secret"},
                    {"name": "force_refresh", "place": "body", "value": false}
                  ],
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "response": {"success": [{"path": "errcode", "in": [0], "absent": true}]},
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "appid, secret*",
        },
        new("urlencode get")
        {
            Curl = """
                curl --get 'https://aip.baidubce.com/oauth/2.0/token' --data-urlencode "grant_type=client_credentials" --data-urlencode "client_id=hid baidu id" --data-urlencode "client_secret=hid/baidu+secret"
                """,
            Answer = """
                {"refresh_token":"hid-refresh","expires_in":2592000,"session_key":"hid-session","access_token":"hid-token-77","scope":"public","session_secret":"hid-session-secret"}
                """,
            Id = "aip-baidubce",
            Config = """
                {
                  "url": "https://aip.baidubce.com/oauth/2.0/token",
                  "method": "GET",
                  "arguments": [
                    {"name": "grant_type", "place": "url", "value": "client_credentials"},
                    {"name": "client_id", "place": "url", "value": "$client_id"},
                    {"name": "client_secret", "place": "url", "value": "$client_secret"}
                  ],
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "client_id, client_secret*",
            Hidden = ["hid baidu", "hid/baidu"],
        },
        new("baidu post query")
        {
            Curl = """
                curl -XPOST 'https://aip.baidubce.com/oauth/2.0/token?client_id=hid-baidu-id&client_secret=hid-baidu-secret&grant_type=client_credentials' -H 'Content-Type: application/json' -H 'Accept: application/json'
                """,
            Id = "aip-baidubce",
            Config = """
                {
                  "url": "https://aip.baidubce.com/oauth/2.0/token",
                  "method": "POST",
                  "arguments": [
                    {"name": "client_id", "place": "url", "value": "$client_id"},
                    {"name": "client_secret", "place": "url", "value": "$client_secret"},
                    {"name": "grant_type", "place": "url", "value": "client_credentials"},
                    {"name": "Accept", "place": "header", "value": "application/json"}
                  ],
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "client_id, client_secret*",
        },
        new("xiaohongshu")
        {
            Curl = """
                curl -X POST 'https://edith.xiaohongshu.com/api/sns/v1/ext/access/token' -H 'Content-Type: application/json' -d '{"app_key":"hid-red-key","nonce":"hid-nonce","timestamp":1700000000000,"signature":"hid-red-signature"}'
                """,
            Answer = """
                {"code":0,"success":true,"msg":"ok","data":{"access_token":"hid-token-77","expires_in":1795348800000}}
                """,
            Id = "edith-xiaohongshu",
            Config = """
                {
                  "url": "https://edith.xiaohongshu.com/api/sns/v1/ext/access/token",
                  "method": "POST",
                  "content_type": "json",
                  "arguments": [
                    {"name": "app_key", "place": "body", "value": "$app_key"},
                    {"name": "nonce", "place": "body", "value": "$nonce"},
                    {"name": "timestamp", "place": "body", "value": "${now_ms}", "type": "number"},
                    {"name": "signature", "place": "body", "value": "$signature"}
                  ],
                  "token_path": "data.access_token",
                  "response": {"success": [{"path": "code", "in": [0]}], "expires_at_path": "data.expires_in", "expires_at_format": "unix_ms"}
                }
                """,
            Fields = "app_key, nonce*, signature*",
        },
    ];
}
