namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>auth</c> and <c>tls</c>.</summary>
internal sealed class AuthFaults : FaultRows
{
    public AuthFaults()
    {
        With(""" "auth":"basic" """, "/config/auth", "is a string; use an object");
        With(""" "auth":{"type":"digest","username":"$a","password":"$b"}""", "/config/auth/type", "is `digest`; use basic, bearer or aws_sigv4");
        With(""" "auth":{"type":"basic","username":"$a","password":"$b","encoding":"utf8"}""", "/config/auth/encoding", "is `utf8`; use raw or form");
        With(""" "auth":{"type":"basic","username":"$a","password":"$b"},"arguments":[{"name":"authorization","place":"header","value":"v"}]""", "/config/auth", "and an argument both set the header `Authorization`; leave one of them out");
        With(""" "auth":{"username":"$a","password":"$b"}""", "/config/auth/type", "is missing; use basic, bearer or aws_sigv4");
        With(""" "auth":{"type":"bearer"}""", "/config/auth/token", "is missing; use a template");
        With(""" "auth":{"type":"bearer","token":"$a","username":"$b"}""", "/config/auth/username", "belongs to basic, but `type` is bearer; leave it out, or change `type`");
        With(""" "auth":{"type":"basic","username":"$a","password":"$b","service":"sts"}""", "/config/auth/service", "belongs to aws_sigv4, but `type` is basic; leave it out, or change `type`");
        With(""" "auth":{"type":"aws_sigv4","service":"sts","region":"r","access_key_id":"$a","secret_access_key":"$b","token":"$c"}""", "/config/auth/token", "belongs to bearer, but `type` is aws_sigv4; leave it out, or change `type`");
        With(""" "auth":{"type":"aws_sigv4","service":"sts","access_key_id":"$a","secret_access_key":"$b"}""", "/config/auth/region", "is missing; use a template");
        With(""" "auth":{"type":"aws_sigv4","service":"sts","region":"r","access_key_id":"$a","secret_access_key":"$b","session_token":7}""", "/config/auth/session_token", "is a number; use a template");
        With(""" "auth":{"type":"bearer","token":"$a","tokn":"x"}""", "/config/auth/tokn", "is not known; the nearest known name is `token`");
        With(""" "auth":{"type":"aws_sigv4","service":"sts","region":"r","access_key_id":"$a","secret_access_key":"$b"},"arguments":[{"name":"x-amz-date","place":"header","value":"v"}]""", "/config/auth", "and an argument both set the header `X-Amz-Date`; leave one of them out");
        With(""" "auth":{"type":"bearer","token":"$a"},"arguments":[{"name":"authorization","place":"header","value":"v"}]""", "/config/auth", "and an argument both set the header `Authorization`; leave one of them out");
        With(""" "auth":{"type":"basic","encoding":"raw"}""", "/config/auth/username", "is missing; use a template");
        With(""" "tls":[]""", "/config/tls", "is an array; use an object");
        With(""" "tls":{"key":"$k"}""", "/config/tls/cert", "is missing; use a PEM certificate as a template");
        With(""" "tls":{"key":"$k","ca":"$a"}""", "/config/tls/cert", "is missing; use a PEM certificate as a template");
        With(""" "tls":{"ca":"$a","passphrase":"$p"}""", "/config/tls/passphrase", "opens no `key`; leave it out");
        With(""" "tls":{"ca":7}""", "/config/tls/ca", "is a number; use PEM certificates as a template");
        With(""" "auth":{"type":"basic","username":7,"password":"$b"}""", "/config/auth/username", "is a number; use a template");
        With(""" "auth":{"type":"bearer","token":"${"}""", "/config/auth/token", "has `${` without `}`; write ${name}");
        With(""" "auth":{"type":"bearer","token":"$a","encoding":"raw"}""", "/config/auth/encoding", "belongs to basic, but `type` is bearer; leave it out, or change `type`");
        With(""" "auth":{"type":"aws_sigv4","region":"r","access_key_id":"$a","secret_access_key":"$b"}""", "/config/auth/service", "is missing; use a template");
        With(""" "auth":{"type":"aws_sigv4","service":"sts","region":"r","secret_access_key":"$b"}""", "/config/auth/access_key_id", "is missing; use a template");
        With(""" "auth":{"type":"aws_sigv4","service":"sts","region":"r","access_key_id":"$a"}""", "/config/auth/secret_access_key", "is missing; use a template");
        With(""" "tls":{"cert":"$c","key":"$k","password":"$p"}""", "/config/tls/password", "is not known; the nearest known name is `passphrase`");
        With(""" "tls":{"cert":"$c","key":"$k","passphrase":7}""", "/config/tls/passphrase", "is a number; use a template");
    }
}
