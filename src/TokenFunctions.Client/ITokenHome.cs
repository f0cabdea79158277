using TokenFunctions.Storage;

namespace TokenFunctions.Client;

/// <summary>Where a client's tokens come from: a service, or the mind in this very process.</summary>
internal interface ITokenHome : IAsyncDisposable
{
    /// <summary>The tokens in memory, and behind them the home.</summary>
    TokenCache Cache { get; }

    /// <summary>The clock that the times of its answers are of.</summary>
    StoreClock Clock { get; }

    /// <summary>Whether the home gives a sign of life; false also where it takes too long.</summary>
    Task<bool> AnswersAsync(CancellationToken cancellationToken);
}
