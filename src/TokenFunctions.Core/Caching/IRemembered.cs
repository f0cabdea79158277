namespace TokenFunctions.Caching;

/// <summary>What a <see cref="BoundedMemory{TKey, TEntry}"/> has to know of an entry.</summary>
internal interface IRemembered
{
    /// <summary>About how much memory it takes, in bytes; never changes.</summary>
    long Bytes { get; }

    /// <summary>When it was last used, about, in ticks of the cache.</summary>
    long UsedAt { get; }
}
