using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Tests.Attaching.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Client.Tests.Attaching;

/// <summary>What streams keeps streaming in both directions, also where bodies are looked at.</summary>
public sealed class StreamingTests
{
    private static readonly AttachRule Codes =
        new() { Dead = [new DeadRule(null, ["40001"])], CodePaths = ["errcode"] };

    [Theory]
    [InlineData("application/octet-stream", "first")]
    [InlineData("text/plain", "first")]
    [InlineData("application/json", "{\"a\":1}\n")]
    [InlineData("application/json", "no JSON at all")]
    [InlineData("application/json", "[{\"a\":1},")]
    public async Task An_endless_download_delivers_what_is_there(string type, string first)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = type;
            await context.Response.WriteAsync(first);
            await context.Response.Body.FlushAsync();
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
        });
        using var client = Client(server);

        using var response = await client.GetAsync(server.Address, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var got = new byte[first.Length];
        await stream.ReadExactlyAsync(got);

        Assert.Equal(first, Encoding.UTF8.GetString(got));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(16 * 1024)]
    [InlineData(1_000_000)]
    public async Task A_body_that_was_looked_at_is_whole(int length)
    {
        var body = $"{{\"a\":\"{new string('x', length - 8)}\"}}";
        await using var api = await ApiDouble.StartAsync(new ApiAnswer(200, body));
        using var client = Clients.For(api, new CountedSource(Codes));

        var asText = await client.GetStringAsync("/");
        using var response = await client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(stream);
        var asStream = await reader.ReadToEndAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        using var blocking = await Task.Run(() => client.Send(request));
        using var blockingReader = new StreamReader(blocking.Content.ReadAsStream());

        Assert.Equal(body, asText);
        Assert.Equal(body, asStream);
        Assert.Equal(body, await blockingReader.ReadToEndAsync());
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_upload_of_unknown_length_is_sent_as_it_comes()
    {
        var arrived = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var first = new byte[5];
            await context.Request.Body.ReadExactlyAsync(first);
            arrived.SetResult(Encoding.UTF8.GetString(first));
            await context.Request.Body.CopyToAsync(Stream.Null);
        });
        using var client = Client(server);
        var pipe = new Pipe();
        using var content = new StreamContent(pipe.Reader.AsStream());

        var sending = client.PutAsync(server.Address, content);
        // More than the transport itself keeps back.
        var writing = pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes("first".PadRight(256 * 1024))).AsTask();
        var first = await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await writing;
        await pipe.Writer.WriteAsync("second"u8.ToArray());
        await pipe.Writer.CompleteAsync();
        using var response = await sending;

        Assert.Equal("first", first);
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_while_it_is_looked_at_is_a_failed_request()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var client = Client(server);

        await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync(server.Address, HttpCompletionOption.ResponseHeadersRead));
    }

    [Fact]
    public async Task A_body_that_is_known_to_be_long_is_not_waited_for()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 100_000;
            await context.Response.WriteAsync("[");
            await context.Response.Body.FlushAsync();
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
        });
        using var client = Client(server);

        using var response = await client.GetAsync(server.Address, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_clients_time_out_holds_while_a_body_is_looked_at(bool isBlocking)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
        });
        using var client = Client(server);
        client.Timeout = TimeSpan.FromMilliseconds(300);
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address);
        const HttpCompletionOption atOnce = HttpCompletionOption.ResponseHeadersRead;

        var fault = await Assert.ThrowsAsync<TaskCanceledException>(
            () => isBlocking ? Task.Run(() => client.Send(request, atOnce)) : client.SendAsync(request, atOnce));

        Assert.IsType<TimeoutException>(fault.InnerException);
    }

    [Fact]
    public async Task The_length_of_a_body_that_was_looked_at_is_still_told()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 2;
            await context.Response.WriteAsync("{}");
        });
        using var client = Client(server);

        using var response = await client.GetAsync(server.Address, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(2, response.Content.Headers.ContentLength);
        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
    }

    private static HttpClient Client(LoopbackServer server) =>
        Clients.Of(new CountedSource(Codes), new TokenHandlerOptions { Hosts = [$"http://127.0.0.1:{server.Address.Port}"] });
}
