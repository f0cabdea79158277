namespace TokenFunctions.Core.Tests.Realms.Drafting.Samples;

/// <summary>Makers of software with an endpoint of their own design.</summary>
internal static class OddVendorSamples
{
    public static readonly IReadOnlyList<CurlSample> All =
    [
        new("intacct")
        {
            Curl = """
                curl -X POST https://api.intacct.com/ia/xml/xmlgw.phtml -H 'Content-Type: application/xml' -d '<?xml version="1.0" encoding="UTF-8"?><request><control><senderid>hid-sender</senderid><password>hid-sender-pass</password><controlid>4242</controlid><uniqueid>false</uniqueid><dtdversion>3.0</dtdversion></control><operation><authentication><login><userid>hid-user</userid><companyid>hid-company</companyid><password>hid-user-pass</password></login></authentication><content><function controlid="4242"><getAPISession/></function></content></operation></request>'
                """,
            Answer = """
                <?xml version="1.0"?><response><control><status>success</status></control><operation><result><data><api><sessionid>hid-token-77</sessionid><endpoint>https://api.intacct.com</endpoint></api></data></result><authentication><sessiontimeout>2026-11-22T13:00:00+00:00</sessiontimeout></authentication></operation></response>
                """,
            Id = "intacct",
            Config = """
                {
                  "url": "https://api.intacct.com/ia/xml/xmlgw.phtml",
                  "method": "POST",
                  "content_type": "xml",
                  "body": "<?xml version=\"1.0\" encoding=\"UTF-8\"?><request><control><senderid>${senderid}</senderid><password>${password}</password><controlid>4242</controlid><uniqueid>false</uniqueid><dtdversion>3.0</dtdversion></control><operation><authentication><login><userid>${userid}</userid><companyid>${companyid}</companyid><password>${password_2}</password></login></authentication><content><function controlid=\"4242\"><getAPISession /></function></content></operation></request>",
                  "token_path": "operation.result.data.api.sessionid",
                  "response": {"format": "xml", "success": [{"path": "control.status", "in": ["success"]}], "expires_at_path": "operation.authentication.sessiontimeout", "expires_at_format": "rfc3339"}
                }
                """,
            Fields = "senderid, password*, userid, companyid, password_2*",
        },
        new("toast")
        {
            Curl = """
                curl -i -X POST \
                  https://ws-api.toasttab.com/authentication/v1/authentication/login \
                  -H 'Content-Type: application/json' \
                  -d '{
                  "clientId": "hid-toast-id",
                  "clientSecret": "hid-toast-secret",
                  "userAccessType": "TOAST_MACHINE_CLIENT"
                }'
                """,
            Answer = """
                {"@class":".SuccessfulResponse","token":{"tokenType":"Bearer","scope":null,"expiresIn":19168,"accessToken":"hid-token-77","idToken":null,"refreshToken":null},"status":"SUCCESS"}
                """,
            Id = "ws-api-toasttab",
            Config = """
                {
                  "url": "https://ws-api.toasttab.com/authentication/v1/authentication/login",
                  "method": "POST",
                  "content_type": "json",
                  "arguments": [
                    {"name": "clientId", "place": "body", "value": "$client_id"},
                    {"name": "clientSecret", "place": "body", "value": "$client_secret"},
                    {"name": "userAccessType", "place": "body", "value": "TOAST_MACHINE_CLIENT"}
                  ],
                  "token_path": "token.accessToken",
                  "expires_in_path": "token.expiresIn",
                  "response": {"success": [{"path": "status", "in": ["SUCCESS"]}]}
                }
                """,
            Fields = "client_id, client_secret*",
        },
        new("tableau")
        {
            Curl = """
                curl "https://MY-SERVER/api/3.19/auth/signin" -X POST -H "Content-Type: application/json" -H "Accept: application/json" -d '{"credentials":{"personalAccessTokenName":"hid-pat-name","personalAccessTokenSecret":"hid-pat-secret","site":{"contentUrl":"hid-site"}}}'
                """,
            Answer = """
                {"credentials":{"site":{"id":"9a8b7c6d","contentUrl":"hid-site"},"user":{"id":"9f9e9d9c"},"token":"hid-token-77","estimatedTimeToExpiration":"177:05:38"}}
                """,
            Id = "my-server",
            Config = """
                {
                  "url": "https://MY-SERVER/api/3.19/auth/signin",
                  "method": "POST",
                  "content_type": "json",
                  "arguments": [
                    {"name": "Accept", "place": "header", "value": "application/json"}
                  ],
                  "body": {"credentials": {"personalAccessTokenName": "$personal_access_token_name", "personalAccessTokenSecret": "$personal_access_token_secret", "site": {"contentUrl": "$content_url"}}},
                  "token_path": "credentials.token",
                  "response": {"default_ttl_sec": 3600}
                }
                """,
            Fields = "personal_access_token_name*, personal_access_token_secret*, content_url*",
        },
        new("facebook text")
        {
            Curl = """
                curl -i -X GET "https://graph.facebook.com/oauth/access_token?client_id=hid-fb-id&client_secret=hid-fb-secret&grant_type=client_credentials"
                """,
            Answer = """
                access_token=hid-token-77&expires=5183814
                """,
            Id = "graph-facebook",
            Config = """
                {
                  "url": "https://graph.facebook.com/oauth/access_token",
                  "method": "GET",
                  "arguments": [
                    {"name": "client_id", "place": "url", "value": "$client_id"},
                    {"name": "client_secret", "place": "url", "value": "$client_secret"},
                    {"name": "grant_type", "place": "url", "value": "client_credentials"}
                  ],
                  "token_path": "access_token",
                  "expires_in_path": "expires",
                  "response": {"format": "form"},
                  "errors": {"rules": [{"code": ["invalid_client", "unauthorized_client", "invalid_grant"], "kind": "bad_credentials"}]}
                }
                """,
            Fields = "client_id, client_secret*",
        },
        new("jobdiva raw")
        {
            Curl = """
                curl -X GET --header 'Accept: text/plain' 'https://api.jobdiva.com/api/authenticate?clientid=424242&username=hid-jd-user&password=hid-jd-pass'
                """,
            Answer = """
                hid-token-77-raw-text
                """,
            Id = "jobdiva",
            Config = """
                {
                  "url": "https://api.jobdiva.com/api/authenticate",
                  "method": "GET",
                  "arguments": [
                    {"name": "clientid", "place": "url", "value": "$clientid"},
                    {"name": "username", "place": "url", "value": "$username"},
                    {"name": "password", "place": "url", "value": "$password"},
                    {"name": "Accept", "place": "header", "value": "text/plain"}
                  ],
                  "token_path": "",
                  "response": {"format": "text", "default_ttl_sec": 3600}
                }
                """,
            Fields = "clientid, username, password*",
        },
        new("graphql")
        {
            Curl = """
                curl https://open.semble.io/graphql -H 'content-type: application/json' -d '{"query":"mutation SignIn { signIn(username: \"hid-semble\", password: \"hid-semble-pass\") { token expires } }"}'
                """,
            Answer = """
                {"data":{"signIn":{"token":"hid-token-77","expires":"2026-11-22T13:00:00Z"}}}
                """,
            Id = "semble",
            Config = """
                {
                  "url": "https://open.semble.io/graphql",
                  "method": "POST",
                  "content_type": "json",
                  "arguments": [
                    {"name": "query", "place": "body", "value": "$query"}
                  ],
                  "token_path": "data.signIn.token",
                  "response": {"expires_at_path": "data.signIn.expires", "expires_at_format": "rfc3339"}
                }
                """,
            Fields = "query*",
        },
    ];
}
