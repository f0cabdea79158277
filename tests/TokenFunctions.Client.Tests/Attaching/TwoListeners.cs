using TokenFunctions.Client.Tests.Attaching.Doubles;

namespace TokenFunctions.Client.Tests.Attaching;

/// <summary>Two listeners on real sockets, of which a handler's options name one.</summary>
public abstract class TwoListeners : IAsyncLifetime
{
    /// <summary>The one that is named.</summary>
    private protected ApiDouble Named { get; private set; } = null!;

    private protected ApiDouble Other { get; private set; } = null!;

    /// <summary>What the named one answers.</summary>
    private protected ApiAnswer Answer { get; set; } = new(200);

    public async Task InitializeAsync()
    {
        Named = await ApiDouble.StartAsync(_ => Answer);
        Other = await ApiDouble.StartAsync(_ => new ApiAnswer(200, "other"));
    }

    public async Task DisposeAsync()
    {
        await Named.DisposeAsync();
        await Other.DisposeAsync();
    }
}
