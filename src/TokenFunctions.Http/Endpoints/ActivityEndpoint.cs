using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Activities;
using TokenFunctions.Http.Activities;
using TokenFunctions.Http.Input;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Shows how much was asked of providers lately.</summary>
internal sealed class ActivityEndpoint(ActivityReader reader)
{
    public async Task<Answer> ListAsync(HttpContext context)
    {
        var input = ActivityInput.Read(context.Request);
        if (input.HasFailed) return input.Problem;
        var sums = await reader.ReadAsync(input.Value!.Hours, context.RequestAborted);
        return ListAnswer.Of(sums, sums.Count, Write);
    }

    private static void Write(Utf8JsonWriter writer, ActivitySum sum)
    {
        writer.WriteStartObject();
        writer.WriteTime("from", sum.From);
        writer.WriteNumber("calls", sum.Calls);
        writer.WriteNumber("failed_calls", sum.FailedCalls);
        writer.WriteNumber("renewals", sum.Renewals);
        writer.WriteEndObject();
    }
}
