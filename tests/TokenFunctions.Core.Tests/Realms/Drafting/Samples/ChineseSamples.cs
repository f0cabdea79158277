namespace TokenFunctions.Core.Tests.Realms.Drafting.Samples;

/// <summary>Endpoints of Chinese platforms, as their documents call them.</summary>
internal static class ChineseSamples
{
    public static readonly IReadOnlyList<CurlSample> All =
    [
        new("wechat")
        {
            Curl = """
                curl 'https://api.weixin.qq.com/cgi-bin/token?grant_type=client_credential&appid=wx0123456789abcdef&secret=hid-wechat-9f8e7d'
                """,
            Answer = """
                {"access_token":"hid-token-77","expires_in":7200}
                """,
            Id = "weixin-qq",
            Config = """
                {
                  "url": "https://api.weixin.qq.com/cgi-bin/token",
                  "method": "GET",
                  "arguments": [
                    {"name": "grant_type", "place": "url", "value": "client_credential"},
                    {"name": "appid", "place": "url", "value": "$appid"},
                    {"name": "secret", "place": "url", "value": "$secret"}
                  ],
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "appid, secret*",
            Hidden = ["wx0123456789abcdef"],
        },
        new("wecom")
        {
            Curl = """
                curl -X GET "https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=hid-ww5f1&corpsecret=hid-corp-55aa"
                """,
            Answer = """
                {"errcode":0,"errmsg":"ok","access_token":"hid-token-77","expires_in":7200}
                """,
            Id = "qyapi-weixin-qq",
            Config = """
                {
                  "url": "https://qyapi.weixin.qq.com/cgi-bin/gettoken",
                  "method": "GET",
                  "arguments": [
                    {"name": "corpid", "place": "url", "value": "$corpid"},
                    {"name": "corpsecret", "place": "url", "value": "$corpsecret"}
                  ],
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "response": {"success": [{"path": "errcode", "in": [0], "absent": true}]}
                }
                """,
            Fields = "corpid, corpsecret*",
        },
        new("feishu")
        {
            Curl = """
                curl -i -X POST 'https://open.feishu.cn/open-apis/auth/v3/tenant_access_token/internal' \
                -H 'Content-Type: application/json; charset=utf-8' \
                -d '{
                	"app_id": "hid-cli-a1b2",
                	"app_secret": "hid-feishu-secret"
                }'
                """,
            Answer = """
                {"code":0,"msg":"ok","tenant_access_token":"hid-token-77","expire":7140}
                """,
            Id = "feishu",
            Config = """
                {
                  "url": "https://open.feishu.cn/open-apis/auth/v3/tenant_access_token/internal",
                  "method": "POST",
                  "content_type": "json",
                  "arguments": [
                    {"name": "app_id", "place": "body", "value": "$app_id"},
                    {"name": "app_secret", "place": "body", "value": "$app_secret"}
                  ],
                  "token_path": "tenant_access_token",
                  "expires_in_path": "expire",
                  "response": {"success": [{"path": "code", "in": [0]}]}
                }
                """,
            Fields = "app_id, app_secret*",
        },
        new("dingtalk v1")
        {
            Curl = """
                curl --location --request POST 'https://api.dingtalk.com/v1.0/oauth2/accessToken' --header 'Content-Type: application/json' --data-raw '{"appKey":"hid-ding-key","appSecret":"hid-ding-secret"}' | jq .
                """,
            Answer = """
                {"accessToken":"hid-token-77","expireIn":7200}
                """,
            Id = "dingtalk",
            Config = """
                {
                  "url": "https://api.dingtalk.com/v1.0/oauth2/accessToken",
                  "method": "POST",
                  "content_type": "json",
                  "arguments": [
                    {"name": "appKey", "place": "body", "value": "$app_key"},
                    {"name": "appSecret", "place": "body", "value": "$app_secret"}
                  ],
                  "token_path": "accessToken",
                  "expires_in_path": "expireIn"
                }
                """,
            Fields = "app_key, app_secret*",
        },
        new("dingtalk old")
        {
            Curl = """
                curl -G https://oapi.dingtalk.com/gettoken -d appkey=hid-ding-key -d appsecret=hid-ding-secret
                """,
            Answer = """
                {"errcode":0,"access_token":"hid-token-77","errmsg":"ok","expires_in":7200}
                """,
            Id = "oapi-dingtalk",
            Config = """
                {
                  "url": "https://oapi.dingtalk.com/gettoken",
                  "method": "GET",
                  "arguments": [
                    {"name": "appkey", "place": "url", "value": "$appkey"},
                    {"name": "appsecret", "place": "url", "value": "$appsecret"}
                  ],
                  "token_path": "access_token",
                  "expires_in_path": "expires_in",
                  "response": {"success": [{"path": "errcode", "in": [0], "absent": true}]}
                }
                """,
            Fields = "appkey, appsecret*",
        },
        new("douyin")
        {
            Curl = """
                curl --location --request POST 'https://open.douyin.com/oauth/client_token/' --header 'Content-Type: application/json' --data-raw '{"grant_type": "client_credential","client_key": "hid-douyin-key","client_secret": "hid-douyin-secret"}'
                """,
            Answer = """
                {"data":{"access_token":"hid-token-77","captcha":"","desc_url":"","description":"","error_code":0,"expires_in":7200},"message":"success"}
                """,
            Id = "douyin",
            Config = """
                {
                  "url": "https://open.douyin.com/oauth/client_token/",
                  "method": "POST",
                  "content_type": "json",
                  "arguments": [
                    {"name": "grant_type", "place": "body", "value": "client_credential"},
                    {"name": "client_key", "place": "body", "value": "$client_key"},
                    {"name": "client_secret", "place": "body", "value": "$client_secret"}
                  ],
                  "token_path": "data.access_token",
                  "expires_in_path": "data.expires_in",
                  "response": {"success": [{"path": "data.error_code", "in": [0], "absent": true}]},
                  "errors": {"code_path": "data.error_code", "message_path": "data.description", "rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "client_key, client_secret*",
        },
    ];
}
