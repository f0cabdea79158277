using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>Which part of the audit is asked for.</summary>
internal static class AuditInput
{
    private const int MaxName = 128;
    private static readonly TimeSpan Usual = TimeSpan.FromHours(24);
    // Other instances' clocks may be ahead; nothing can be in the audit beyond that, nor be kept any longer than this.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(AuditRetention.MaxDays + 1);

    private static readonly string[] Known =
        ["from", "to", "who", "action", "realm", "key", "result", "pageSize", "after"];

    public static Reading<AuditQuery> Read(HttpRequest request, DateTimeOffset now)
    {
        var fault = new FirstFault();
        var query = new Query(request, Known, fault);
        var (from, to) = (query.Time("from"), query.Time("to"));
        if (from >= to) fault.Add(InputProblem.InvalidValue("from", "before 'to'"));
        var oldest = now - Longest;
        var before = Later(oldest, to < now + Ahead ? to.Value : now + Ahead);
        var since = from ?? Later(oldest, to < now ? to.Value : now) - Usual;
        var wanted = new AuditQuery(Later(oldest, since), before)
        {
            Who = query.Text("who", MaxName),
            Action = query.Text("action", MaxName),
            Realm = query.Name("realm"),
            Key = query.Name("key"),
            Result = query.Text("result", MaxName),
            PageSize = (int)(query.Number("pageSize", 1, PageInput.MaxSize) ?? PageInput.StandardSize),
            After = ReadMark(query, fault),
        };
        return fault.Problem is { } problem ? problem : wanted;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static AuditMark? ReadMark(Query query, FirstFault fault)
    {
        if (query.Text("after", AuditMark.MaxLength) is not { } text) return null;
        if (AuditMark.Parse(text) is { } mark) return mark;
        fault.Add(InputProblem.InvalidValue("after", "what an earlier answer gave as 'next'"));
        return null;
    }
}
