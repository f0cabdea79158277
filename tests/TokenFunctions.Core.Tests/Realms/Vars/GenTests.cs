using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Core.Tests.Realms.Vars;

public sealed class GenTests
{
    [Theory]
    [InlineData(""" "gen":"unix" """, "1795176000", false)]
    [InlineData(""" "gen":"unix","offset_sec":-60 """, "1795175940", false)]
    [InlineData(""" "gen":"unix_ms" """, "1795176000000", false)]
    [InlineData(""" "gen":"unix_ms","offset_sec":1 """, "1795176001000", false)]
    [InlineData(""" "gen":"rfc3339" """, "2026-11-20T12:00:00Z", true)]
    [InlineData(""" "gen":"rfc3339","offset_sec":3600 """, "2026-11-20T13:00:00Z", true)]
    [InlineData(""" "gen":"rfc3339","tz_offset_min":480 """, "2026-11-20T20:00:00+08:00", true)]
    [InlineData(""" "gen":"rfc3339","tz_offset_min":-210,"offset_sec":-1 """, "2026-11-20T08:29:59-03:30", true)]
    [InlineData(""" "gen":"rfc3339","tz_offset_min":0 """, "2026-11-20T12:00:00Z", true)]
    [InlineData(""" "gen":"date:%Y-%m-%d %H:%M:%S","tz_offset_min":480 """, "2026-11-20 20:00:00", true)]
    [InlineData(""" "gen":"date:%Y%m%dT%H%M%SZ" """, "20261120T120000Z", true)]
    [InlineData(""" "gen":"date:%a, %d %b %Y %T GMT","offset_sec":86400 """, "Sat, 21 Nov 2026 12:00:00 GMT", true)]
    public void A_time_is_told_by_the_attempts_clock(string members, string expected, bool isText)
    {
        var value = VarRun.Last($$"""[{"name":"x",{{members}}}]""");
        Assert.Equal((expected, isText ? DatumKind.Text : DatumKind.Number), (value.Text, value.Kind));
    }

    [Theory]
    [InlineData("uuid", "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    [InlineData("hex:1", "^[0-9a-f]$")]
    [InlineData("hex:256", "^[0-9a-f]{256}$")]
    [InlineData("alnum:32", "^[A-Za-z0-9]{32}$")]
    public void A_random_text_is_of_its_kind_and_never_twice_the_same(string gen, string form)
    {
        var vars = $$"""[{"name":"x","gen":"{{gen}}"}]""";
        Assert.Matches(form, VarRun.Last(vars).Text);
        if (gen != "hex:1") Assert.NotEqual(VarRun.Last(vars).Text, VarRun.Last(vars).Text);
    }

    [Fact]
    public void Chance_is_asked_once_a_var_and_in_order()
    {
        const string Vars = """
            [{"name":"a","gen":"alnum:4"},{"name":"b","gen":"hex:4"},
             {"name":"x","value":"${a}-${b}-${a}"}]
            """;
        Assert.Equal("one-two-one", VarRun.Last(Vars, null, "one", "two").Text);
    }

    [Fact]
    public void Times_may_be_shown_and_all_else_may_not()
    {
        var plan = Ask.Compile(VarRun.Config("""
            [{"name":"a","gen":"unix"},{"name":"b","gen":"unix_ms"},{"name":"c","gen":"rfc3339"},{"name":"d","gen":"date:%F"},
             {"name":"e","gen":"uuid"},{"name":"f","value":"v"},{"name":"g","value":"v","hash":"md5"},
             {"name":"h","jwt":{"alg":"HS256","key":"$k"}}]
            """));
        Assert.Equal("abcd", string.Concat(plan.Vars.Where(planned => !planned.IsConfidential).Select(planned => planned.Name)));
    }
}
