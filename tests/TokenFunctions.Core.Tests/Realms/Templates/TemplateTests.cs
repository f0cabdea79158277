using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Realms.Templates;

public sealed class TemplateTests
{
    private static readonly RealmPlan Nothing = Ask.Compile(Ask.Config());

    private static readonly string[] Pieces =
    [
        "${", "}", "$", "$$", "{", ".", "v", "${v}", "${x}", "${uses.u}", "${inputs.i}", "${state.s}", "${steps.core.v}", "${steps.core}", "${response}",
        "${response.a.0}", "${response.header:A}", "${response.cookie:a}", "${v.@json.v.0}", "${x.@json.a}", "${v.}", "${v..@json}", "${now}", "${now_ms}", "${now.a}", "${j.@json}",
        "uses.u", "@json", "header:", " ", "${steps.core.header:X}", "${uses.u.cookie:a}",
    ];

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_795_176_000_123);

    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("$key_1", "one")]
    [InlineData("${key_1}", "one")]
    [InlineData("a${key_1}b${key-2}c", "aonebtwoc")]
    [InlineData("${key_1}${key_1}", "oneone")]
    [InlineData("x $key_1", "x $key_1")]
    [InlineData("$key_1 x", "$key_1 x")]
    [InlineData("$", "$")]
    [InlineData("$5", "$5")]
    [InlineData("$$", "$")]
    [InlineData("$$key_1", "$key_1")]
    [InlineData("$${key_1}", "${key_1}")]
    [InlineData("$$ ${key_1}", "$ one")]
    [InlineData("a$$b", "a$$b")]
    [InlineData("$$$", "$$")]
    [InlineData("${now}", "1795176000")]
    [InlineData("${now_ms}", "1795176000123")]
    [InlineData("$now", "a field")]
    [InlineData("}", "}")]
    [InlineData("{key_1}", "{key_1}")]
    [InlineData("${tricky}", "${key_1} $key_1 $$")]
    public void A_template_is_filled_in(string text, string expected)
    {
        var secret = Ask.Secret(("key_1", "one"), ("key-2", "two"), ("now", "a field"), ("tricky", "${key_1} $key_1 $$"));
        Assert.Equal(expected, TemplateParser.Parse(text, new NameTable()).Template!.Fill(new AttemptScope(new CallMaterial(secret), Now)));
    }

    [Theory]
    [InlineData("${")]
    [InlineData("a${key_1")]
    [InlineData("${}")]
    [InlineData("${ key_1}")]
    [InlineData("${1}")]
    [InlineData("${uses.a}")]
    [InlineData("${steps.a.b}")]
    [InlineData("${response.a}")]
    [InlineData("${a${b}}")]
    [InlineData("$$${")]
    public void A_malformed_template_is_a_fault(string text) => Assert.NotNull(TemplateParser.Parse(text, new NameTable()).Fault);

    [Fact]
    public void No_text_makes_the_parser_throw_and_no_value_is_ever_expanded_again() =>
        Prop.ForAll<string, string>((text, value) =>
        {
            var noise = (text ?? "").Replace("#", "${key_1}", StringComparison.Ordinal);
            var values = new AttemptScope(new CallMaterial(Ask.Secret(("key_1", value ?? ""))), Now);
            TemplateParser.Parse(noise, new NameTable()).Template?.Fill(values);
            TemplateParser.Parse("$" + noise, new NameTable()).Template?.Fill(values);
            var again = "${key_1}$key_1$$" + value;
            var filled = TemplateParser.Parse("<${key_1}>", new NameTable()).Template!.Fill(new AttemptScope(new CallMaterial(Ask.Secret(("key_1", again))), Now));
            return filled == $"<{again}>";
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_of_expressions_makes_parser_or_filling_throw() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var chance = new Chance(seed);
            var text = string.Concat(Enumerable.Range(0, chance.Below(9)).Select(_ => chance.OneIn(6) ? chance.Text() : chance.Pick(Pieces)));
            if (TemplateParser.Parse(text, Declared()).Template is not { } template) return;
            var scope = ValueSource.Scope(Nothing, chance.Pick("", "a", "{\"v\":[1]}", "${v}$v$$", chance.Text()));
            scope.Response = chance.OneIn(2) ? AnswerBody.Parse(chance.Bytes(), AnswerHeaders.None) : AnswerBody.None;
            scope.Set("x", chance.OneIn(2) ? Datum.Of("{\"a\":1}") : default, isConfidential: true);
            Assert.Equal(template.Fill(scope), template.Fill(scope));
            Assert.Equal(template.Value(scope).Text, template.Value(scope).Text);
            Assert.Equal(template.LacksValue(scope), template.LacksValue(scope));
        }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static NameTable Declared()
    {
        var names = new NameTable { AllowsResponse = true };
        names.Declare(TemplatePartKind.Use, "u");
        names.Declare(TemplatePartKind.Input, "i");
        names.Declare(TemplatePartKind.State, "s");
        names.Declare(TemplatePartKind.Step, "core");
        names.Declare(TemplatePartKind.Var, "x");
        return names;
    }
}
