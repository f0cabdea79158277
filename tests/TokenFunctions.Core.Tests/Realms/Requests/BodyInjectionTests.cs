using System.Text.Json;
using System.Xml.Linq;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using static TokenFunctions.Core.Tests.Realms.Requests.Injection;

namespace TokenFunctions.Core.Tests.Realms.Requests;

/// <summary>Whatever a value holds and wherever it comes from, it stays one value of the body.</summary>
public sealed class BodyInjectionTests
{
    public static TheoryData<string> Sources => ValueSource.Names;

    [Theory]
    [MemberData(nameof(Sources))]
    public void It_adds_no_field_to_a_form_written_as_text_or_as_members(string source)
    {
        Check(source, plans => plans.FormText, (plan, value) => Pairs(Send(plan, value).Body!).SequenceEqual([("b", value), ("c", value + "&z")]));
        Check(source, plans => plans.FormMembers, (plan, value) => Pairs(Send(plan, value).Body!).SequenceEqual([("b", value), ("c", value + "&z")]));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void It_adds_no_member_to_a_JSON_body(string source)
    {
        Check(source, plans => plans.Json, (plan, value) => value is "." or ".." || Members(plan, value).SequenceEqual([("b", value), ("c", value + "&z=1")]));
        Check(source, plans => plans.JsonMembers, (plan, value) => Members(plan, value).SequenceEqual([("b", value), ("c", value + "&z")]));
        Check(source, plans => plans.JsonWhole, (plan, value) =>
        {
            using var body = JsonDocument.Parse(Send(plan, value).Body!);
            return body.RootElement.GetArrayLength() == 2 && body.RootElement[0].GetString() == value
                && Assert.Single(body.RootElement[1].EnumerateArray()).GetString() == value + "&z";
        });
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void It_adds_no_member_to_a_JSON_body_written_as_text(string source) => Check(source, plans => plans.JsonText, (plan, value) =>
    {
        using var body = JsonDocument.Parse(Send(plan, value).Body!);
        var members = body.RootElement.EnumerateObject().ToList();
        return members.Select(member => member.Name).SequenceEqual(["b", "c", "d"])
            && members[0].Value.GetString() == value
            && Assert.Single(members[1].Value.EnumerateArray()).GetString() == $"<{value}>";
    });

    [Theory]
    [MemberData(nameof(Sources))]
    public void Outside_of_quotes_it_is_one_whole_value_or_nothing_is_sent(string source) => Check(source, plans => plans.Bare, (plan, value) =>
    {
        if (Send(plan, value).Body is not { } text) return true;
        using var body = JsonDocument.Parse(text);
        using var whole = JsonDocument.Parse(value);
        return JsonElement.DeepEquals(Assert.Single(body.RootElement.GetProperty("b").EnumerateArray()), whole.RootElement)
            && body.RootElement.EnumerateObject().Count() == 2;
    });

    [Theory]
    [MemberData(nameof(Sources))]
    public void It_adds_no_element_and_no_attribute_to_an_XML_body(string source) => Check(source, plans => plans.Xml, (plan, value) =>
    {
        if (Send(plan, value).Body is not { } text) return value.Any(c => c is < ' ' or '\uFFFE' or '\uFFFF');
        var root = XDocument.Parse(text, LoadOptions.PreserveWhitespace).Root!;
        return root.Attributes().Select(attribute => (attribute.Name.LocalName, attribute.Value)).SequenceEqual([("a", value), ("b", value)])
            && Assert.Single(root.Elements()) is { Name.LocalName: "c", HasElements: false } only && only.Value == value
            && root.Value == value + value;
    });

    [Theory]
    [MemberData(nameof(Sources))]
    public void In_plain_text_it_stands_as_it_is(string source) => Check(source, plans => plans.Text, (plan, value) => Send(plan, value).Body == $"<{value}>");

    private static IEnumerable<(string, string?)> Members(RealmPlan plan, string value) =>
        JsonElement.Parse(Send(plan, value).Body!).EnumerateObject().Select(member => (member.Name, member.Value.GetString()));
}
