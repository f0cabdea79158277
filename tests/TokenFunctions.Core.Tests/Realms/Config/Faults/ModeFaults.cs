namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>mode</c>.</summary>
internal sealed class ModeFaults : FaultRows
{
    public ModeFaults()
    {
        Add("""{"mode":"push","url":"https://api.example.com/token","token_path":"access_token","expires_in_path":"expires_in"}""", "/config/mode", "is `push`; use http, local or static");
        Add("""{"mode":"local","response":{"token_template":"$key_1"},"url":"https://a.example/"}""", "/config/url", "has no meaning in mode `local`, in which nobody is asked; leave it out");
        Add("""{"mode":"local","response":{"token_template":"$key_1"},"arguments":[{"name":"a","place":"url","value":"b"}]}""", "/config/arguments", """has no meaning in mode `local`, in which nobody is asked; leave it out""");
        Add("""{"mode":"local","response":{"token_template":"$key_1"},"body":"a"}""", "/config/body", """has no meaning in mode `local`, in which nobody is asked; leave it out""");
        Add("""{"mode":"local","response":{"token_template":"$key_1"},"auth":{"type":"bearer","token":"a"}}""", "/config/auth", """has no meaning in mode `local`, in which nobody is asked; leave it out""");
        Add("""{"mode":"local","response":{"token_template":"$key_1"},"tls":{"ca":"$c"}}""", "/config/tls", """has no meaning in mode `local`, in which nobody is asked; leave it out""");
        Add("""{"mode":"local","response":{"token_template":"$key_1"},"state":[{"name":"a","initial":"b","path":"c"}]}""", "/config/state", """has no meaning in mode `local`, in which nobody is asked; leave it out""");
        Add("""{"mode":"local","response":{"token_template":"$key_1"},"steps":[{"id":"a","url":"https://a.example/"}]}""", "/config/steps", """has no meaning in mode `local`, in which nobody is asked; leave it out""");
        Add("""{"mode":"local","response":{"token_template":"$key_1"},"token_path":"a"}""", "/config/token_path", "has no meaning in mode `local`, in which nobody is asked; leave it out");
        Add("""{"mode":"local","response":{"token_template":"$key_1"},"expires_in_path":"a"}""", "/config/expires_in_path", "has no meaning in mode `local`, in which nobody is asked; leave it out");
        Add("""{"mode":"static","response":{"token_template":"$key_1","ok_status":[200]}}""", "/config/response/ok_status", "has no meaning in mode `static`, in which nobody is asked; leave it out");
        Add("""{"mode":"static","response":{"token_template":"$key_1","success":[{"path":"a"}]}}""", "/config/response/success", """has no meaning in mode `static`, in which nobody is asked; leave it out""");
        Add("""{"mode":"static","response":{"token_template":"$key_1","expires_at_path":"a"}}""", "/config/response/expires_at_path", "has no meaning in mode `static`, in which nobody is asked; leave it out");
        Add("""{"mode":"static","response":{"token_template":"$key_1","issued_at_path":"a"}}""", "/config/response/issued_at_path", "has no meaning in mode `static`, in which nobody is asked; leave it out");
        Add("""{"mode":"static","response":{"token_template":"$key_1","extra":{"a":"b"}}}""", "/config/response/extra", """has no meaning in mode `static`, in which nobody is asked; leave it out""");
        Add("""{"mode":"static"}""", "/config/response/token_template", "is missing; mode `static` makes its token of it");
        Add("""{"mode":"local","response":{"token_template":"${response.a}"}}""", "/config/response/token_template", "has `${response.…}`, which is known in `response.token_template` only");
    }
}
