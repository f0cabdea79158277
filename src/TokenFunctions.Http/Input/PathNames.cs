using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Problems;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Input;

/// <summary>Reads names in the path. An encoded slash stays encoded there, so it is never part of a name.</summary>
internal static class PathNames
{
    public static string Name(HttpContext context, string field, FirstFault fault)
    {
        var name = context.Request.RouteValues[field] as string ?? "";
        if (!NameRule.IsValid(name)) fault.Add(InputProblem.InvalidName(field));
        return name;
    }

    /// <summary>The path's realm and key.</summary>
    public static TokenKey Key(HttpContext context, FirstFault fault) =>
        new(Name(context, "realm", fault), Name(context, "key", fault));

    /// <summary>Refuses every query parameter.</summary>
    public static void NoQuery(HttpContext context, FirstFault fault) => _ = new Query(context.Request, [], fault);
}
