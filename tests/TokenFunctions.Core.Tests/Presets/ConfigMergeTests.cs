using System.Text.Json;
using TokenFunctions.Realms.Presets;

namespace TokenFunctions.Core.Tests.Presets;

public sealed class ConfigMergeTests
{
    [Theory]
    [InlineData("""{"a":1,"b":{"c":2,"d":3}}""", "{}", """{"a":1,"b":{"c":2,"d":3}}""")]
    [InlineData("""{"a":1,"b":{"c":2,"d":3}}""", """{"b":{"c":4}}""", """{"a":1,"b":{"c":4,"d":3}}""")]
    [InlineData("""{"a":1,"b":{"c":2}}""", """{"b":null}""", """{"a":1}""")]
    [InlineData("""{"b":{"c":2,"d":3}}""", """{"b":{"c":null}}""", """{"b":{"d":3}}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[3]}""", """{"a":[3]}""")]
    [InlineData("""{"a":1}""", """{"a":{"b":2}}""", """{"a":{"b":2}}""")]
    [InlineData("""{"a":{"b":2}}""", """{"a":1}""", """{"a":1}""")]
    [InlineData("""{"a":1}""", """{"z":2,"y":null}""", """{"a":1,"z":2}""")]
    public void A_realms_own_members_come_over_those_of_its_preset(string preset, string own, string expected) =>
        Assert.Equal(expected, ConfigMerge.Over(JsonElement.Parse(preset), JsonElement.Parse(own)).GetRawText());
}
