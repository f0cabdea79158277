using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TokenFunctions.Client.Connecting;
using TokenFunctions.Client.Embedded;
using TokenFunctions.Client.Prefetching;
using TokenFunctions.Client.Telemetry;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client;

/// <summary>The tokens of a program, from the service or held in process. One for the whole program; it may be used by
/// many threads at once.</summary>
/// <remarks>Without dependency injection it is made by <see cref="Connect"/> or <see cref="Embed"/>; its end closes
/// connections and stops work behind.</remarks>
public sealed class TokenClient : IFreshTokens, IAsyncDisposable, IDisposable
{
    private readonly ITokenHome home;
    private readonly Prefetcher prefetcher;
    private int isEnded;

    internal TokenClient(
        ITokenHome home, ClientTelemetry telemetry, IEnumerable<TokenKey> prefetch, ILoggerFactory loggers)
    {
        (this.home, Telemetry) = (home, telemetry);
        prefetcher = new Prefetcher(
            [.. prefetch.Distinct()], home.Cache, home.Clock, loggers.CreateLogger<Prefetcher>());
        prefetcher.Start();
    }

    /// <summary>The tokens that are kept living.</summary>
    internal IReadOnlyList<TokenKey> Prefetched => prefetcher.Keys;

    /// <summary>The figures, so that a test hears these and no others.</summary>
    internal ClientTelemetry Telemetry { get; }

    /// <summary>The tokens in memory.</summary>
    internal TokenCache Cache => home.Cache;

    /// <summary>The clock that the times of its answers are of.</summary>
    internal StoreClock Clock => home.Clock;

    /// <summary>A client of the service. It calls nobody before the first token is asked for or prefetched.</summary>
    /// <param name="options">Where the service is and who asks.</param>
    /// <param name="loggers">Where it logs; null = nowhere.</param>
    /// <param name="time">The clock; null = the system's.</param>
    /// <exception cref="OptionsValidationException">The options cannot be used; every fault is named, no value
    /// is.</exception>
    public static TokenClient Connect(
        TokenFunctionsOptions options, ILoggerFactory? loggers = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsFaults.ThrowIfAny<TokenFunctionsOptions>(ServiceOptionsCheck.Faults(options));
        var (log, clock, telemetry) = (Log(loggers), time ?? TimeProvider.System, new ClientTelemetry());
        return new TokenClient(new ServiceHome(options, telemetry, log, clock), telemetry, options.Prefetch, log);
    }

    /// <summary>The same without a service: this process asks the providers itself, renews before tokens end, and keeps
    /// them in its memory or in a store of its own.</summary>
    /// <param name="options">Realms, secrets and the store.</param>
    /// <param name="loggers">Where it logs; null = nowhere.</param>
    /// <param name="time">The clock; null = the system's.</param>
    /// <exception cref="OptionsValidationException">The options cannot be used; every fault is named, no value
    /// is.</exception>
    public static TokenClient Embed(
        EmbeddedOptions options, ILoggerFactory? loggers = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var reading = EmbeddedReading.Of(options);
        OptionsFaults.ThrowIfAny<EmbeddedOptions>(reading.Faults);
        var (log, clock, telemetry) = (Log(loggers), time ?? TimeProvider.System, new ClientTelemetry());
        return new TokenClient(
            new EmbeddedHome(reading.Plan!, telemetry, log, clock), telemetry, options.Prefetch, log);
    }

    /// <inheritdoc/>
    public ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!CallerThread.IsBound) return Ask(request, cancellationToken);
        if (request.IsPlain && TryGetFresh(request.Key, out var answer)) return new(answer);
        return new(Task.Run(() => Ask(request, cancellationToken).AsTask(), CancellationToken.None));
    }

    /// <inheritdoc/>
    public bool TryGetFresh(TokenKey key, [NotNullWhen(true)] out TokenResult? answer)
    {
        if (!home.Cache.TryGetFresh(key, out answer)) return false;
        Telemetry.Add(answer, home.Clock);
        return true;
    }

    /// <summary>Whether the service, or the store of an embedded one, gives a sign of life.</summary>
    internal Task<bool> AnswersAsync(CancellationToken cancellationToken) => home.AnswersAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isEnded, 1) != 0) return;
        await prefetcher.DisposeAsync();
        await home.DisposeAsync();
        Telemetry.Dispose();
    }

    /// <summary>Ends it and waits for what is under way; <see cref="DisposeAsync"/> does so without holding the
    /// thread.</summary>
    public void Dispose() => Task.Run(() => DisposeAsync().AsTask()).GetAwaiter().GetResult();

    private ValueTask<TokenResult> Ask(TokenRequest request, CancellationToken cancellationToken) =>
        Telemetry.Watch(home.Cache.GetAsync(request, cancellationToken), home.Clock);

    private static ILoggerFactory Log(ILoggerFactory? loggers) => loggers ?? NullLoggerFactory.Instance;
}
