using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Fuzzing.Wire;

namespace TokenFunctions.Fuzzing.Running;

/// <summary>Sends requests on a connection of its own: sound ones several at once, as a pipeline; each other one alone,
/// since what comes behind it may be taken for a part of it.</summary>
internal sealed class Sender(int port, Tally tally) : IDisposable
{
    // For what a server says of its own accord after an answer that does not end the connection.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    private Connection? connection;

    public async Task SendAsync(IReadOnlyList<FuzzRequest> requests)
    {
        var sound = new List<FuzzRequest>();
        foreach (var request in requests)
        {
            if (request.Framing == Framing.Sound) sound.Add(request);
            else await SendAloneAsync(request);
        }

        while (sound.Count > 0) sound.RemoveRange(0, await SendPipelineAsync(sound));
    }

    public void Dispose() => connection?.Dispose();

    // How many were answered: a server may end a connection after an answer, and must say so.
    private async Task<int> SendPipelineAsync(List<FuzzRequest> requests)
    {
        var isFresh = connection is null;
        connection ??= await Connection.OpenAsync(port);
        var sending = connection.SendAsync(requests.SelectMany(request => request.Bytes).ToArray());
        var answered = 0;
        try
        {
            foreach (var request in requests)
            {
                var answer = await connection.ReadAsync(request.IsHead);
                // A connection that has been there for long may have come to its end in between.
                if (answer is null && (answered > 0 || !isFresh)) return Drop(answered);
                tally.Judge(request, answer);
                answered++;
                if (answer is null or { Closes: true }) return Drop(answered);
            }

            await sending;
            return answered;
        }
        catch (WireFault fault)
        {
            tally.Add(requests[answered], fault.Message);
            return Drop(answered + 1);
        }
    }

    private int Drop(int answered)
    {
        connection?.Dispose();
        connection = null;
        return answered;
    }

    private async Task SendAloneAsync(FuzzRequest request)
    {
        using var alone = await Connection.OpenAsync(port);
        var sending = alone.SendAsync(request.Bytes);
        if (request.Framing == Framing.Open) _ = EndAsync(alone, sending);
        try
        {
            var answer = await alone.ReadAsync(isHead: false);
            tally.Judge(request, answer);
            while (answer is { Closes: false, Status: not 101 }) answer = await NextAsync(alone, request);
        }
        catch (WireFault fault)
        {
            tally.Add(request, fault.Message);
        }
    }

    // What the server takes for a further request is answered by the same rules.
    private async Task<WireAnswer?> NextAsync(Connection alone, FuzzRequest request)
    {
        alone.EndSending();
        try
        {
            var answer = await alone.ReadAsync(isHead: false, Quiet);
            if (answer is not null) tally.Judge(request, answer);
            return answer;
        }
        catch (WireFault)
        {
            return null;
        }
    }

    private static async Task EndAsync(Connection alone, Task sending)
    {
        await sending;
        alone.EndSending();
    }
}
