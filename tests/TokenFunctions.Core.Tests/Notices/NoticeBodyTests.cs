using System.Text;
using TokenFunctions.Notices;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Notices;

public sealed class NoticeBodyTests
{
    private static readonly TokenKey Key = new("demo", "main");
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 14, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void A_failure_is_told_with_what_to_do()
    {
        var notice = new Notice(Notice.Failed, Key, Noon, "No.") { Code = "c", UpstreamCode = "u", WhatToDo = "Do." };

        Assert.Equal(
            """
            {"type":"credential.failed","timestamp":"2026-01-01T12:00:00Z","data":{"realm":"demo","key":"main","code":"c","detail":"No.","upstream_code":"u","expires_at":null,"what_to_do":"Do."}}
            """,
            Encoding.UTF8.GetString(NoticeBody.Write(notice)));
    }

    [Fact]
    public void All_types_have_the_same_members()
    {
        var notice = new Notice(Notice.Expiring, Key, Noon, "Ends.") { ExpiresAt = Noon.AddDays(14) };

        Assert.Equal(
            """
            {"type":"secret.expiring","timestamp":"2026-01-01T12:00:00Z","data":{"realm":"demo","key":"main","code":null,"detail":"Ends.","upstream_code":null,"expires_at":"2026-01-15T12:00:00Z","what_to_do":null}}
            """,
            Encoding.UTF8.GetString(NoticeBody.Write(notice)));
    }

    [Fact]
    public void The_id_is_the_same_for_the_same_news_and_another_for_other_news()
    {
        var notice = new Notice(Notice.Failed, Key, Noon, "No.");

        Assert.Matches("^msg_[0-9a-f]{32}$", notice.Id);
        Assert.Equal(notice.Id, (notice with { Detail = "Still no.", WhatToDo = "Do.", At = Noon.ToUniversalTime() }).Id);
        Assert.Distinct([
            notice.Id, (notice with { Type = Notice.Working }).Id, (notice with { At = Noon.AddMilliseconds(1) }).Id,
            (notice with { Key = new("demo", "other") }).Id,
        ]);
    }
}
