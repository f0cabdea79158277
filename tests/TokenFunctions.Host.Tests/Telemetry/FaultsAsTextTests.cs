using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Tests.Settings;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Host.Tests.Telemetry;

/// <summary>What a receiver of the log gets of exceptions.</summary>
public sealed class FaultsAsTextTests
{
    [Theory]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel")]
    [InlineData("TokenFunctions.Any")]
    public async Task Kinds_and_places_are_sent_and_the_messages_of_foreign_exceptions_are_not(string category)
    {
        var got = new ConcurrentQueue<string>();
        await using var sink = await LoopbackServer.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            got.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        });
        var builder = WebApplication.CreateSlimBuilder();
        var settings = Given.Read(
            ("TokenFunctions__Storage", "memory"), ("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", new Uri(sink.Address, "v1/logs").AbsoluteUri),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        await using var app = builder.Build(settings);
        var fault = new InvalidOperationException("planted-outer", new StoreUnavailableException("ours", new IOException("planted-inner")));

        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(category).LogError(new EventId(7, "seen"), fault, "A sentence with {Value}", "a value");
        Assert.True(app.Services.GetRequiredService<LoggerProvider>().ForceFlush());
        // A flush ends when the record is taken from the queue, which is before it is sent.
        await Eventually.HoldsAsync(() => !got.IsEmpty, "The receiver gets the record");

        var text = string.Join('\n', got);
        Assert.All(
            ["A sentence with a value", "exception.type", "System.InvalidOperationException", "TokenFunctions.Storage.StoreUnavailableException: ours", "System.IO.IOException"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain("planted", text, StringComparison.Ordinal);
    }
}
