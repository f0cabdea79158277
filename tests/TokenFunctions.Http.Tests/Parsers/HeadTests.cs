using System.Globalization;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Input;
using TokenFunctions.Properties;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Parsers;

/// <summary>Queries, conditions and times of requests: none throws, and what we write is read back.</summary>
public sealed class HeadTests
{
    private static readonly string[] QueryPieces =
        ["?", "&", "=", "realm", "Realm", "key", "page", "pageSize", "code", "force", "%", "%zz", "%00", "%C0%80", "%ED%A0%80", "%F0%9F%98%80", "+", "%2B", "%26", "%3D", "a.b", "1", "-1", "501", "9223372036854775808", "true", "flush", ";", "#", " ", "例"];

    private static readonly string[] TagPieces = ["\"", "W/", "w/", "*", ",", " ", "1", "1800000001-1767268800000", "9223372036854775808", "\\", "\t", "é", "a", "\"\"", "\"1\""];

    private static readonly string[] TimePieces = ["2030-01-31", "T", "12:00:00", ".1234567", ".12345678", "Z", "z", "+14:00", "-14:00", "+15:00", "0001-01-01", "9999-12-31", "24:00:00", "23:59:60", "٢٠٣٠-٠١-٣١", " ", ""];

    [Fact]
    public void No_query_throws_and_a_name_that_is_taken_is_one() => Seeds.Hold(4000, chance =>
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString("?" + chance.Pieces(12, QueryPieces).Replace("#", "", StringComparison.Ordinal));
        var fault = new FirstFault();
        var query = new Query(request, ["realm", "key", "flush", "page"], fault);
        if (query.Name("realm") is { } realm) Assert.True(NameRule.IsValid(realm));
        if (query.Number("page", 1, 500) is { } page) Assert.InRange(page, 1, 500);
        query.Flag("flush");
        query.Text("key", 3);
        PageInput.Read(request, byRealm: true);
    });

    [Fact]
    public void A_parameter_is_read_as_it_was_written() => Seeds.Hold(1000, chance =>
    {
        var text = Chance.Whole(chance.Text());
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString($"?keyword={Uri.EscapeDataString(text)}&code=x&code=y");
        var fault = new FirstFault();
        Assert.Equal(text, new Query(request, ["keyword"], fault).Text("keyword", 100));
        Assert.Null(fault.Problem);
    });

    [Fact]
    public void No_condition_throws() => Seeds.Hold(4000, chance =>
    {
        var request = new DefaultHttpContext().Request;
        if (chance.OneIn(2)) request.Headers.IfMatch = Values(chance);
        if (chance.OneIn(2)) request.Headers.IfNoneMatch = Values(chance);
        var fault = new FirstFault();
        var condition = Precondition.Read(request, fault);
        condition.Allows(null);
        Precondition.None(request, fault);
        var known = EntityTag.Known(request, fault);
        EntityTag.Has(known, "\"1\"");
        foreach (var tag in known) EntityTag.Version(tag);
    });

    [Fact]
    public void A_tag_that_we_write_is_known_again() => Seeds.Hold(500, chance =>
    {
        var token = Samples.Token(new TokenKey("r", "k")) with { Generation = chance.Below(int.MaxValue), ExpiresAt = chance.OneIn(3) ? null : Samples.Noon.AddMilliseconds(chance.Below(int.MaxValue)) };
        var request = new DefaultHttpContext().Request;
        request.Headers.IfNoneMatch = chance.Pick("", "\"a\", ", "W/\"b\",") + chance.Pick("", "W/") + EntityTag.Of(token);
        var fault = new FirstFault();
        Assert.True(EntityTag.Has(EntityTag.Known(request, fault), EntityTag.Of(token)));
        Assert.Null(fault.Problem);
    });

    [Fact]
    public void No_time_throws_and_one_that_is_taken_has_a_zone() => Seeds.Hold(4000, chance =>
    {
        var text = chance.Pieces(6, TimePieces);
        if (Timestamp.Parse(text) is { } at) Assert.Equal(TimeSpan.Zero, at.Offset);
        if (!text.EndsWith('Z') && !text.Contains('+', StringComparison.Ordinal) && !text.Contains("-14", StringComparison.Ordinal)) Assert.Null(Timestamp.Parse(text));
    });

    [Fact]
    public void A_time_is_read_as_it_was_written() => Seeds.Hold(1000, chance =>
    {
        var time = Samples.Noon.AddSeconds(chance.Below(int.MaxValue)).AddTicks(chance.Below(10_000_000)).ToOffset(TimeSpan.FromMinutes(chance.Below(1600) - 800));
        Assert.Equal(time, Timestamp.Parse(time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture)));
        Assert.Equal(time, Timestamp.Parse(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)));
    });

    [Fact]
    public void Verbs_come_back_by_their_names_and_nothing_else_is_one() => Seeds.Hold(500, chance =>
    {
        Assert.All(Enum.GetValues<Verb>(), verb => Assert.Equal(verb, Verbs.Parse(Verbs.NameOf(verb))));
        var text = chance.Damage(chance.Pick([.. Verbs.Names]));
        Assert.Equal(Verbs.Names.Contains(text), Verbs.Parse(text) is not null);
    });

    private static string[] Values(Chance chance) => [.. Enumerable.Range(0, 1 + chance.Below(2)).Select(_ => chance.Pieces(6, TagPieces))];
}
