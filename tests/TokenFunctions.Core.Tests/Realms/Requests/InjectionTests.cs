using System.Text;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using static TokenFunctions.Core.Tests.Realms.Requests.Injection;

namespace TokenFunctions.Core.Tests.Realms.Requests;

/// <summary>Whatever a value holds and wherever it comes from, it stays the value of the one thing it was meant
/// for.</summary>
public sealed class InjectionTests
{
    public static TheoryData<string> Sources => ValueSource.Names;

    [Theory]
    [MemberData(nameof(Sources))]
    public void It_adds_no_pair_to_a_query_or_form_and_no_segment_to_a_path(string source) => Check(source, plans => plans.Form, (plan, value) =>
    {
        if (value is "." or "..") return true;
        var sent = Send(plan, value);
        var uri = sent.Built.Message!.RequestUri!;
        return uri.Host == "h.example"
            && uri.AbsolutePath.Count(c => c == '/') == 4
            && Uri.UnescapeDataString(uri.AbsolutePath) == $"/a/{value}/{value}/t"
            && Pairs(uri.Query[1..]).SequenceEqual([("p", value), ("q", "x" + value)])
            && Pairs(sent.Body!).SequenceEqual([("b", value), ("c", value + "&z=1")]);
    });

    [Theory]
    [MemberData(nameof(Sources))]
    public void It_moves_no_host(string source) => Check(source, plans => plans.Host, (plan, value) =>
    {
        var sent = Send(plan, value);
        if (!sent.Built.IsReady) return !value.All(char.IsAsciiLetterOrDigit) || value.Length is 0 or > 63;
        return sent.Built.Message.RequestUri!.Host.EndsWith(".h.example", StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Sources))]
    public void It_adds_no_header(string source)
    {
        Check(source, plans => plans.Header, (plan, value) => CannotStand(value, Send(plan, value)) ?? (
            Names(Send(plan, value)) == "X-V,Accept,User-Agent,Content-Type"
            && (Send(plan, value).Header("X-V"), Send(plan, value).Header("Content-Type")) == ($"<{value}>", "a/b;c=" + value)));
        Check(source, plans => plans.Bearer, (plan, value) => CannotStand(value, Send(plan, value)) ?? (
            Names(Send(plan, value)) == "Authorization,Accept,User-Agent" && Send(plan, value).Header("Authorization") == "Bearer " + value));
        Check(source, plans => plans.Aws, (plan, value) => CannotStand(value, Send(plan, value)) ??
            Names(Send(plan, value)).Replace("X-Amz-Security-Token,", "", StringComparison.Ordinal) == "Host,X-Amz-Date,Authorization,Accept,User-Agent");
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void With_Basic_it_is_the_whole_name_or_password(string source)
    {
        Check(source, plans => plans.Basic, (plan, value) => Basic(plan, value) == $"{value}:<{value}>");
        Check(source, plans => plans.BasicForm, (plan, value) =>
            Basic(plan, value).Split(':').Select(text => Uri.UnescapeDataString(text.Replace('+', ' '))).SequenceEqual([value, $"<{value}>"]));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Half_of_a_surrogate_pair_throws_nowhere(string source)
    {
        foreach (var plan in new InjectionPlans(ValueSource.Find(source)).All)
            foreach (var value in new[] { "\ud800", "\udc00", "a\ud800b", "\udc00\ud800" })
                Send(plan, value);
    }

    // Null = it can: the rest is to be checked.
    private static bool? CannotStand(string value, Sent sent) =>
        value.Any(c => c is < ' ' or > '~' && c != '\t') ? !sent.Built.IsReady : null;

    private static string Basic(RealmPlan plan, string value) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(Send(plan, value).Header("Authorization")!["Basic ".Length..]));

    private static string Names(Sent sent) => string.Join(',', sent.Built.Message!.Headers.NonValidated
        .Concat(sent.Built.Message.Content?.Headers.NonValidated.Where(header => header.Key != "Content-Length") ?? [])
        .Select(header => header.Key));
}
