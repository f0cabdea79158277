using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Model;

/// <summary>A fault put into the service from outside, to see that the model finds it.</summary>
/// <param name="Name">What is wrong.</param>
public sealed record Plant(string Name)
{
    /// <summary>Nothing is wrong.</summary>
    public static readonly Plant None = new("nothing");

    /// <summary>What stands between an instance and its store.</summary>
    public Func<ITables, ITables> Tables { get; init; } = tables => tables;

    /// <summary>What stands between callers and the cache.</summary>
    public Func<ITokenSource, ITokenSource> Front { get; init; } = source => source;

    /// <summary>The times of the flow.</summary>
    public Func<BrokerTimes, BrokerTimes> Times { get; init; } = times => times;

    public override string ToString() => Name;
}
