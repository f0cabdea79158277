using System.Net;
using TokenFunctions.App.Tests.Functions.Wire;
using TokenFunctions.Processes.App;

namespace TokenFunctions.App.Tests.Functions.Host;

/// <summary>Plays the Functions host's part: starts the handler and again when it ends, finds the function of a request, checks
/// its key and passes it on.</summary>
internal sealed class FunctionsHostDriver : IAsyncDisposable
{
    private const string Prefix = "/api/";
    private const int Tries = 10;
    private const int WantsRestart = 200;

    private readonly AppSettings settings;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
    private readonly SemaphoreSlim turn = new(1);
    private HandlerProcess handler;

    private FunctionsHostDriver(AppSettings settings, HandlerProcess handler) => (this.settings, this.handler) = (settings, handler);

    /// <summary>The key that functions ask for, unless they are anonymous.</summary>
    public string FunctionKey { get; } = Evidence.Plant("function-key");

    public IReadOnlyList<DescribedFunction> Functions { get; } = DescribedFunction.ReadAll(FunctionsFolder.Path);

    public HandlerProcess Handler => handler;

    public Uri HandlerAddress => new($"http://127.0.0.1:{handler.Port}");

    /// <summary>How often the handler had to be started again for a fault; after three the host ends itself.</summary>
    public int Faults { get; private set; }

    public static async Task<FunctionsHostDriver> StartAsync(AppSettings settings)
    {
        var driver = new FunctionsHostDriver(settings, HandlerProcess.Launch(settings));
        try
        {
            await driver.handler.WaitUntilReadyAsync(driver.http);
        }
        catch
        {
            await driver.DisposeAsync();
            throw;
        }

        return driver;
    }

    /// <summary>A client's request, all the way.</summary>
    public async Task<HostAnswer> SendAsync(ClientRequest client, HostMode mode)
    {
        var function = client.Path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? Functions.FirstOrDefault(f => f.Takes(client.Method, client.Path[(Prefix.Length - 1)..]))
            : null;
        if (function is null) return HostAnswer.OfHost(HttpStatusCode.NotFound);
        if (function.AsksForKey && client.Header("x-functions-key") != FunctionKey)
            return HostAnswer.OfHost(HttpStatusCode.Unauthorized, function.Name);
        return await PassAsync(client, mode) is { } answer
            ? new HostAnswer(function.Name, answer)
            : HostAnswer.OfHost(HttpStatusCode.InternalServerError, function.Name);
    }

    /// <summary>One tick of the timer.</summary>
    public async Task<(TickOutcome Outcome, ApiAnswer Answer)> TickAsync()
    {
        using var request = Tick.Request(HandlerAddress, Functions.Single(f => f.Trigger == "timerTrigger").Name);
        var answer = await ReadAsync(request);
        return (Tick.OutcomeOf(answer.Status, answer.Body), answer);
    }

    /// <summary>Sends the handler something that no host would make of a client's request.</summary>
    public Task<ApiAnswer> SendRawAsync(HttpRequestMessage request) => ReadAsync(request);

    /// <summary>What the host does when the handler has ended: after a fault it starts it again, three times at most; after
    /// an end with 0 never.</summary>
    /// <param name="ended">The process that has ended; another one may be there already.</param>
    /// <returns>Whether there is a handler again.</returns>
    public async Task<bool> RestartAsync(HandlerProcess ended)
    {
        await turn.WaitAsync();
        try
        {
            if (handler != ended) return true;
            await ended.WaitForExitAsync();
            if (ended.ExitCode == 0) return false;
            if (ended.ExitCode != WantsRestart && ++Faults > 3) return false;
            await ended.DisposeAsync();
            handler = HandlerProcess.Launch(settings);
            await handler.WaitUntilReadyAsync(http);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Starts the handler again and kills it before it is ready.</summary>
    public async Task KillNextAsync(HandlerProcess ended)
    {
        await ended.DisposeAsync();
        handler = HandlerProcess.Launch(settings);
        await handler.KillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await handler.DisposeAsync();
        http.Dispose();
        turn.Dispose();
    }

    // A proxying host sends a request without a body again when the connection is lost, whatever the handler has done of it.
    private async Task<ApiAnswer?> PassAsync(ClientRequest client, HostMode mode)
    {
        for (var left = mode == HostMode.Proxying && client.Body is null ? Tries : 1; left > 0; left--)
        {
            var asked = await ReadyAsync();
            var address = new Uri($"http://127.0.0.1:{asked.Port}");
            using var request = mode == HostMode.Forwarding ? Forwarding.Shape(client, address) : Proxying.Shape(client, address);
            if (request is null) return null;
            try
            {
                return await ReadAsync(request);
            }
            catch (HttpRequestException)
            {
                // The connection is lost as soon as the process is, and so is the request.
                if (!await RestartAsync(asked)) return null;
            }
        }

        return null;
    }

    // No request is sent to a handler that is just being started.
    private async Task<HandlerProcess> ReadyAsync()
    {
        await turn.WaitAsync();
        try
        {
            return handler;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<ApiAnswer> ReadAsync(HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request);
        var read = new ApiAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType);
        if (read.TokenText is { } token) Evidence.SawToken(token);
        else Evidence.Keep(request.RequestUri!.AbsolutePath, read.Body);
        return read;
    }
}
