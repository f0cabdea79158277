using TokenFunctions.Client.Attaching.Answers;
using TokenFunctions.Client.Attaching.Placing;
using TokenFunctions.Client.Attaching.Redirects;
using TokenFunctions.Client.Attaching.Repeating;

namespace TokenFunctions.Client.Attaching;

/// <summary>One request of a caller, from its token to its answer: redirects and the one repeat are a part of
/// it.</summary>
internal sealed class TokenExchange(TokenDesk desk, HttpRequestMessage request, Wire wire, bool follows)
{
    private readonly TokenHandlerOptions options = desk.Options;
    private HeldToken held = null!;
    private bool canReplay;
    private TokenOutcome outcome = null!;

    /// <summary>Runs it.</summary>
    /// <exception cref="TokenHostException">The token must not go there.</exception>
    /// <exception cref="TokenUnavailableException">There is no token.</exception>
    public async ValueTask<HttpResponseMessage> RunAsync(CancellationToken cancellation)
    {
        held = await desk.GetAsync(request, wire, cancellation);
        var hop = new Hop(request.Method, request.RequestUri!, request.Content, 0);
        outcome = new() { Generation = held.Token.Generation, Address = hop.Address };
        var isWanted = Repeats.AreWanted(request, options.RepeatsUnsafe);
        canReplay = await ReplayableContent.MakeAsync(
            request.Content, isWanted ? options.BufferLimit : -1, wire, cancellation);
        return await WalkAsync(hop, isWanted, cancellation);
    }

    private async ValueTask<HttpResponseMessage> WalkAsync(Hop hop, bool repeats, CancellationToken cancellation)
    {
        while (true)
        {
            var carries = hop.Number == 0 || held.Plan.Hosts.Has(hop.Address);
            var response = await wire.SendAsync(CopyFor(hop, carries), cancellation);
            try
            {
                if (carries && await IsRefusalAsync(response, cancellation))
                {
                    if (!await RenewAsync(repeats && canReplay, cancellation)) return Finish(response);
                }
                else
                {
                    if (Next(response, hop, carries) is not { } next) return Finish(response);
                    hop = next;
                    outcome = outcome with { Redirects = hop.Number, Address = Leak.Without(hop.Address, held.Token.Value) };
                }
            }
            catch
            {
                response.Dispose();
                throw;
            }
            response.Dispose();
        }
    }

    private HttpRequestMessage CopyFor(Hop hop, bool carries)
    {
        var rule = held.Plan.Rule;
        var copy = RequestCopy.Of(request, hop, rule.Place == TokenPlace.Header ? rule.Name : null);
        if (!carries) return copy;
        held.Plan.Put(copy, held.Token);
        return copy;
    }

    private ValueTask<bool> IsRefusalAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        Refusals.IsOneAsync(response, held.Plan.Dead, options.PeekLimit, wire, cancellation);

    // Whether the request is to be sent again. A second refusal is not reported: the next request will be refused, too,
    // if it was for the token, and an API that refuses every token must not cost two renewals a request.
    private async ValueTask<bool> RenewAsync(bool canRepeat, CancellationToken cancellation)
    {
        outcome = outcome with { IsRefused = true };
        if (outcome.Reported is not null) return false;
        outcome = outcome with { Reported = held.Token.Generation };
        var newer = await desk.RenewAsync(held, wire, cancellation);
        if (newer.Held is null) outcome = outcome with { RenewalFailure = newer.Failure };
        if (newer.Held is null || !canRepeat) return false;
        held = newer.Held;
        outcome = outcome with { Generation = held.Token.Generation, IsRepeated = true, IsRefused = false };
        return true;
    }

    private Hop? Next(HttpResponseMessage response, Hop hop, bool carries)
    {
        if (!follows || hop.Number >= options.MaxRedirects) return null;
        if (Redirection.Next(response, hop, canReplay) is not { } next) return null;
        var rule = held.Plan.Rule;
        if (rule.Place == TokenPlace.Query) next = next with { Address = QueryText.Without(next.Address, rule.Name) };
        // Who is not named must neither learn the token nor choose what is asked with it.
        var goesNamed = held.Plan.Hosts.Has(next.Address);
        return goesNamed ? (carries ? next : null) : Leak.IsIn(next.Address, held.Token.Value) ? null : next;
    }

    private HttpResponseMessage Finish(HttpResponseMessage response)
    {
        response.RequestMessage = request;
        TokenOutcomes.Keep(response, outcome);
        return response;
    }
}
