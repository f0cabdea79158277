using System.Collections.Frozen;
using TokenFunctions.Realms.Paths;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Responses;

/// <summary>Sorts a provider's refusal into a kind, which says for how long it holds.</summary>
internal static class FailureClass
{
    private const string WeChatCode = "errcode";

    // RFC 6749 §4.1.2.1 and §5.2, RFC 8628 §3.5.
    private static readonly FrozenDictionary<string, FailureKind> OAuth =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["temporarily_unavailable"] = FailureKind.Transient,
            ["server_error"] = FailureKind.Transient,
            ["slow_down"] = FailureKind.Transient,
            ["invalid_client"] = FailureKind.BadCredentials,
            ["unauthorized_client"] = FailureKind.BadCredentials,
            ["invalid_grant"] = FailureKind.Reauthorize,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    // The global return codes of WeChat (developers.weixin.qq.com) and WeCom (developer.work.weixin.qq.com): -1 system
    // busy, 40001 wrong secret, 40013 wrong appid or corpid, 40125 wrong appsecret, 41004 no secret, 45009 quota used
    // up, 45011 too frequent, 40164 (WeChat) and 60020 (WeCom) source address not allowed. Both name the member
    // `errcode`; under another name the same numbers mean other things.
    private static readonly FrozenDictionary<string, FailureKind> WeChat =
        new Dictionary<string, FailureKind>(StringComparer.Ordinal)
        {
            ["-1"] = FailureKind.Transient,
            ["40001"] = FailureKind.BadCredentials,
            ["40013"] = FailureKind.BadCredentials,
            ["40125"] = FailureKind.BadCredentials,
            ["41004"] = FailureKind.BadCredentials,
            ["45009"] = FailureKind.Quota,
            ["45011"] = FailureKind.Throttled,
            ["40164"] = FailureKind.IpDenied,
            ["60020"] = FailureKind.IpDenied,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kind by status and code. A status of the transport's trouble comes first: a code then may be a
    /// gateway's, and a failure that passes must not be held for one that stays.</summary>
    public static FailureKind Of(int status, FoundText? code) => status switch
    {
        408 or 425 or >= 500 => FailureKind.Transient,
        429 => FailureKind.Throttled,
        _ => OfCode(code) ?? (status == 401 ? FailureKind.BadCredentials : FailureKind.Rejected),
    };

    private static FailureKind? OfCode(FoundText? code)
    {
        if (code is null) return null;
        if (OAuth.TryGetValue(code.Text, out var kind)) return kind;
        var isWeChat = string.Equals(code.Path.Text, WeChatCode, StringComparison.Ordinal);
        return isWeChat && WeChat.TryGetValue(code.Text, out kind) ? kind : null;
    }
}
