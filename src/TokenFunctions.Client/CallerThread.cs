namespace TokenFunctions.Client;

/// <summary>Where the work after a wait of the caller goes on.</summary>
internal static class CallerThread
{
    /// <summary>Whether it goes on at a place of the caller's, as a window's thread or a scheduler of its own: the
    /// program may hold that place while it waits, and nothing here needs it.</summary>
    public static bool IsBound =>
        SynchronizationContext.Current is not null || TaskScheduler.Current != TaskScheduler.Default;
}
