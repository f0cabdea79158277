using System.Text.Json;
using TokenFunctions.Host.Apply.Differences;

namespace TokenFunctions.Host.Tests.Apply;

public sealed class JsonDifferenceTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[1.0,{"c":null}]}""", """ { "b": [ 1, { "c": null } ], "a": 1e0 } """)]
    [InlineData("""{"a":"é"}""", """{"a":"\u00e9"}""")]
    public void What_means_the_same_is_the_same(string old, string @new) => Assert.Empty(Between(old, @new));

    [Theory]
    [InlineData("""{"policy":{"refresh_before_sec":60}}""", """{"policy":{"refresh_before_sec":300}}""", "config/policy/refresh_before_sec 60 -> 300")]
    [InlineData("""{}""", """{"policy":{"issue":"stable"}}""", """config/policy nothing -> {"issue":"stable"}""")]
    [InlineData("""{"method":"GET"}""", """{}""", "config/method \"GET\" -> nothing")]
    [InlineData("""{"token_path":"a"}""", """{"token_path":["a","b"]}""", """config/token_path "a" -> ["a","b"]""")]
    [InlineData("""{"token_path":["a"]}""", """{"token_path":["a","b"]}""", """config/token_path/1 nothing -> "b" """)]
    [InlineData("""{"a/b~":1}""", """{"a/b~":2}""", "config/a~1b~0 1 -> 2")]
    [InlineData("""{"x":null}""", """{}""", "config/x null -> nothing")]
    public void The_smallest_place_that_differs_is_told(string old, string @new, string told) =>
        Assert.Equal([told.TrimEnd()], Between(old, @new));

    [Theory]
    [InlineData("""{"arguments":[{"name":"secret","value":"planted-a"}]}""", """{"arguments":[{"name":"secret","value":"planted-b"}]}""", "config/arguments/0/value changed")]
    [InlineData("""{"arguments":[]}""", """{"arguments":[{"name":"s","value":"planted"}]}""", """config/arguments/0 nothing -> {"name":"s","value":"***"}""")]
    [InlineData("""{"arguments":[{"value":4711}]}""", """{"arguments":[{"value":"$pin"}]}""", "config/arguments/0/value \"***\" -> \"$pin\"")]
    [InlineData("""{"arguments":[{"value":{"name":"planted"}}]}""", """{"arguments":[{"value":{"name":"${a}:${b}"}}]}""", "config/arguments/0/value/name \"***\" -> \"${a}:${b}\"")]
    [InlineData("""{"auth":{"password":"planted"}}""", """{"auth":{"password":"$$planted"}}""", "config/auth/password changed")]
    [InlineData("""{"auth":{"password":"planted"}}""", """{"auth":{"password":"Basic-planted ${x}"}}""", "config/auth/password changed")]
    [InlineData("""{"body":"planted"}""", """{"body":{"type":"planted"}}""", """config/body "***" -> {"type":"***"}""")]
    [InlineData("""{"of_a_later_release":"planted"}""", """{"of_a_later_release":5}""", "config/of_a_later_release \"***\" -> 5")]
    [InlineData("""{"api_key":1}""", """{"api_key":2}""", "config/api_key changed")]
    [InlineData("""{"url":"https://a.example/t?secret=planted"}""", """{"url":"https://b.example/t"}""", "config/url \"https://a.example/t?***\" -> \"https://b.example/t\"")]
    [InlineData("""{"url":"https://planted:planted@a.example/t"}""", """{"url":"https://a.example/t"}""", "config/url \"***\" -> \"https://a.example/t\"")]
    public void What_may_be_a_credential_is_masked(string old, string @new, string told) => Assert.Equal([told], Between(old, @new));

    private static IEnumerable<string> Between(string old, string @new) =>
        JsonDifference.Between(["config"], JsonElement.Parse(old), JsonElement.Parse(@new)).Select(change => change.ToString());
}
