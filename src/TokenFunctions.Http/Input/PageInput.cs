using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Http.Input;

/// <summary>Which part of a list is asked for.</summary>
internal sealed record PageInput(int Page, int PageSize, string? Keyword, string? Realm)
{
    /// <summary>The most entries of a page.</summary>
    public const int MaxSize = 500;

    /// <summary>How many it has where nothing is said.</summary>
    public const int StandardSize = 20;

    /// <summary>The last page that can be asked for.</summary>
    public const int MaxPage = 1_000_000;

    /// <summary>The longest keyword, in characters.</summary>
    public const int MaxKeyword = 128;

    private static readonly string[] Plain = ["page", "pageSize", "keyword"];
    private static readonly string[] WithRealm = [.. Plain, "realm"];

    public static Reading<PageInput> Read(HttpRequest request, bool byRealm)
    {
        var fault = new FirstFault();
        var query = new Query(request, byRealm ? WithRealm : Plain, fault);
        var page = query.Number("page", 1, MaxPage) ?? 1;
        var size = query.Number("pageSize", 1, MaxSize) ?? StandardSize;
        var input = new PageInput((int)page, (int)size, query.Text("keyword", MaxKeyword), query.Name("realm"));
        return fault.Problem is { } problem ? problem : input;
    }

    /// <summary>Whether the keyword is part of <paramref name="name"/>, whatever the case.</summary>
    public bool Matches(string name) => Keyword is null || name.Contains(Keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>The part of <paramref name="all"/> that is asked for.</summary>
    public IReadOnlyList<T> Cut<T>(IReadOnlyList<T> all) =>
        (long)(Page - 1) * PageSize is var start && start >= all.Count ? [] : [.. all.Skip((int)start).Take(PageSize)];
}
