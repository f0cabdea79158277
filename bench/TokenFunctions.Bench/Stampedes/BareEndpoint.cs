using System.Globalization;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Bench.Stampedes;

/// <summary>An endpoint that waits and answers, in a process of its own as the app is; ends with its standard
/// input.</summary>
internal static class BareEndpoint
{
    /// <summary>The command that starts it.</summary>
    public const string Command = "bare-endpoint";

    // About as long as an answer with a token.
    private static readonly string Answer = $$"""{"token":"{{new string('x', 200)}}"}""";

    /// <summary>Runs it, and prints its address first.</summary>
    /// <param name="wait">How long it waits, in milliseconds.</param>
    /// <param name="output">Where the address goes.</param>
    public static async Task<int> RunAsync(string wait, TextWriter output)
    {
        var time = TimeSpan.FromMilliseconds(int.Parse(wait, CultureInfo.InvariantCulture));
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await Task.Delay(time, TimeProvider.System, context.RequestAborted);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            await context.Response.WriteAsync(Answer, context.RequestAborted);
        });
        await output.WriteLineAsync(server.Address.AbsoluteUri);
        await output.FlushAsync();
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
