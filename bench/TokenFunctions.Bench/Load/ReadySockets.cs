using System.Runtime.InteropServices;

namespace TokenFunctions.Bench.Load;

/// <summary>Tells which of many sockets have something to read: epoll(7), without the queues and threads that
/// asynchronous sockets take from the server that is measured. Linux only.</summary>
internal sealed partial class ReadySockets : IDisposable
{
    private const int Add = 1;
    private const uint Readable = 1;
    private const int MaxEvents = 64;

    // struct epoll_event is packed on x64 only.
    private static readonly int DataAt = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private static readonly int EventSize = DataAt + sizeof(long);

    private readonly byte[] events = GC.AllocateArray<byte>(MaxEvents * EventSize, pinned: true);
    private readonly nint events0;
    private readonly int poll;

    public ReadySockets()
    {
        events0 = Marshal.UnsafeAddrOfPinnedArrayElement(events, 0);
        poll = Checked(Create(0));
    }

    /// <summary>Watches one more socket.</summary>
    /// <param name="handle">Its file descriptor.</param>
    /// <param name="number">The number that it is told by.</param>
    public void Watch(nint handle, int number)
    {
        BitConverter.TryWriteBytes(events, Readable);
        BitConverter.TryWriteBytes(events.AsSpan(DataAt), (long)number);
        Checked(Control(poll, Add, (int)handle, events0));
    }

    /// <summary>Waits until at least one of them can be read.</summary>
    /// <param name="ready">Gets their numbers; at most 64 are told.</param>
    /// <param name="milliseconds">How long it waits.</param>
    /// <returns>How many; 0 = the time is over.</returns>
    public int Wait(Span<int> ready, int milliseconds)
    {
        var count = Wait(poll, events0, Math.Min(ready.Length, MaxEvents), milliseconds);
        // A signal ended the wait; the next one goes on.
        if (count < 0) return 0;
        for (var i = 0; i < count; i++) ready[i] = BitConverter.ToInt32(events, (i * EventSize) + DataAt);
        return count;
    }

    public void Dispose() => _ = Close(poll);

    private static int Checked(int result) => result >= 0
        ? result
        : throw new InvalidOperationException($"epoll: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastSystemError())}");

    [LibraryImport("libc", EntryPoint = "epoll_create1")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int poll, int operation, int handle, nint what);

    [LibraryImport("libc", EntryPoint = "epoll_wait")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Wait(int poll, nint events, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
