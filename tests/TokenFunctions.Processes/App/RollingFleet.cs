using TokenFunctions.Testing;

namespace TokenFunctions.Processes.App;

/// <summary>Processes of the app on one store that are replaced one by one while they are called, as a deployment behind
/// a load balancer does: the new one is up before the old one is called no more, and that one has answered all before it
/// is ended.</summary>
internal sealed class RollingFleet : IAsyncDisposable
{
    private readonly List<Member> members = [];
    private readonly Lock gate = new();
    private int calls;

    private RollingFleet()
    {
    }

    public ApiClient Api => members[0].App.Api;

    public static async Task<RollingFleet> StartAsync(AppSettings settings, int count)
    {
        var fleet = new RollingFleet();
        try
        {
            while (fleet.members.Count < count) fleet.members.Add(new Member(await AppProcess.StartAsync(settings)));
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }

        return fleet;
    }

    /// <summary>Calls one of them, by the number of the call.</summary>
    public async Task<ApiAnswer> CallAsync(int number, Func<ApiClient, Task<ApiAnswer>> call)
    {
        Member member;
        lock (gate)
        {
            member = members[number % members.Count];
            member.Calls++;
            calls++;
        }

        try
        {
            return await call(member.App.Api);
        }
        finally
        {
            lock (gate) member.Calls--;
        }
    }

    /// <summary>Replaces all of them, one after the other.</summary>
    /// <param name="settings">What the new ones are started with.</param>
    /// <param name="callsBeside">How many calls they answer together, new ones beside old ones, before the next one is replaced.</param>
    public async Task ReplaceAsync(AppSettings settings, int callsBeside)
    {
        for (var i = 0; i < members.Count; i++)
        {
            var (next, old) = (new Member(await AppProcess.StartAsync(settings)), members[i]);
            lock (gate) members[i] = next;
            await Eventually.HoldsAsync(() => IsIdle(old), "All calls of the process are answered");
            await old.App.InterruptAsync();
            await old.App.DisposeAsync();
            var enough = Volatile.Read(ref calls) + callsBeside;
            await Eventually.HoldsAsync(() => Volatile.Read(ref calls) >= enough, "New ones and old ones were called");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var member in members) await member.App.DisposeAsync();
    }

    private bool IsIdle(Member member)
    {
        lock (gate) return member.Calls == 0;
    }

    private sealed class Member(AppProcess app)
    {
        public AppProcess App => app;

        public int Calls { get; set; }
    }
}
