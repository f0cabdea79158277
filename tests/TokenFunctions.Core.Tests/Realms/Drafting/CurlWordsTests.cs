using TokenFunctions.Realms.Drafting.Lines;

namespace TokenFunctions.Core.Tests.Realms.Drafting;

public sealed class CurlWordsTests
{
    [Theory]
    [InlineData("curl a b", "curl|a|b")]
    [InlineData("curl 'a b'\"c d\"e", "curl|a bc de")]
    [InlineData("curl ''", "curl|")]
    [InlineData("curl \"a\\\"b\\\\c\\n\"", "curl|a\"b\\c\\n")]
    [InlineData("curl 'a\\b'", "curl|a\\b")]
    [InlineData("curl a\\ b", "curl|a b")]
    [InlineData("curl $'a\\'b\\t\\x41\\u00e9\\\\'", "curl|a'b\tA\u00e9\\")]
    [InlineData("curl \\\n  a \\\r\n b", "curl|a|b")]
    [InlineData("curl \\  \n a", "curl|a")]
    [InlineData("curl a\n  b", "curl|a|b")]
    [InlineData("curl.exe `\n a", "curl.exe|a")]
    [InlineData("curl a # the rest\n b", "curl|a|b")]
    [InlineData("curl a#b", "curl|a#b")]
    [InlineData("curl a | jq .token", "curl|a")]
    [InlineData("curl a > file", "curl|a")]
    [InlineData("curl a && echo", "curl|a")]
    [InlineData("curl a; echo", "curl|a")]
    [InlineData("curl a=b&c=<d>", "curl|a=b&c=<d>")]
    [InlineData("curl \"$ID:${SECRET}\"", "curl|$ID:${SECRET}")]
    [InlineData("curl ^\n  \"a b\" ^\r\n c", "curl|a b|c")]
    [InlineData("curl ^\n \"a\\\"b\" c:\\d\\", "curl|a\"b|c:\\d\\")]
    [InlineData("curl ^\n \"a^b\"\"c\"", "curl|a^b\"c")]
    [InlineData("curl ^\"a^&b^\" ^\n c^|d", "curl|a&b|c")]
    public void A_line_is_cut_as_its_shell_would(string line, string words) =>
        Assert.Equal(words.Split('|'), ShellWords.Split(line)!);

    [Theory]
    [InlineData("curl https://a.example/ -sSLXPUT", "PUT")]
    [InlineData("curl https://a.example/ --request=PUT", "PUT")]
    [InlineData("curl https://a.example/ -sX put", "PUT")]
    [InlineData("curl https://a.example/ -sda=b", "POST")]
    [InlineData("curl https://a.example/ -Gda=b", "GET")]
    [InlineData("curl https://a.example/ -o POST", "GET")]
    [InlineData("/usr/bin/curl --url https://a.example/ --json {}", "POST")]
    public void The_method_is_the_one_that_curl_would_use(string line, string method) =>
        Assert.Equal(method, CurlReader.Read(line).Line!.Method);
}
