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

    /// <summary>The names of its parameters, with the realm's.</summary>
    public static IReadOnlyList<string> NamesWithRealm => WithRealm;

    public static Reading<PageInput> Read(HttpRequest request, bool byRealm)
    {
        var fault = new FirstFault();
        var input = Read(new Query(request, byRealm ? WithRealm : Plain, fault));
        return fault.Problem is { } problem ? problem : input;
    }

    /// <summary>Reads it among other parameters; faults are the query's.</summary>
    public static PageInput Read(Query query) => new(
        (int)(query.Number("page", 1, MaxPage) ?? 1),
        (int)(query.Number("pageSize", 1, MaxSize) ?? StandardSize),
        query.Text("keyword", MaxKeyword),
        query.Name("realm"));

    /// <summary>Whether the keyword is part of <paramref name="name"/>, whatever the case.</summary>
    public bool Matches(string name) => Keyword is null || name.Contains(Keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>The part of <paramref name="all"/> that is asked for.</summary>
    public IReadOnlyList<T> Cut<T>(IReadOnlyList<T> all) =>
        (long)(Page - 1) * PageSize is var start && start >= all.Count ? [] : [.. all.Skip((int)start).Take(PageSize)];
}
