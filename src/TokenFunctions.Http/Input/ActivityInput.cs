using Microsoft.AspNetCore.Http;
using TokenFunctions.Activities;

namespace TokenFunctions.Http.Input;

/// <summary>Which activity is asked for.</summary>
/// <param name="Hours">That of so many hours up to now.</param>
internal sealed record ActivityInput(int Hours)
{
    private const int StandardHours = 24;
    private static readonly string[] Known = ["hours"];

    public static Reading<ActivityInput> Read(HttpRequest request)
    {
        var fault = new FirstFault();
        var query = new Query(request, Known, fault);
        var hours = query.Number("hours", 1, (long)ActivityCounts.Kept.TotalHours) ?? StandardHours;
        return fault.Problem is { } problem ? problem : new ActivityInput((int)hours);
    }
}
