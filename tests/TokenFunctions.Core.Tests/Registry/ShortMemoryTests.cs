using TokenFunctions.Registry;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Registry;

public sealed class ShortMemoryTests
{
    private readonly ManualTime time = new();
    private readonly ShortMemory<string, string> memory;
    private int reads;
    private Func<Task<string?>> read = () => Task.FromResult<string?>("old");

    public ShortMemoryTests() => memory = new(time, TimeSpan.FromSeconds(30), _ =>
    {
        reads++;
        return read();
    });

    [Fact]
    public async Task A_value_is_remembered_for_its_time()
    {
        await memory.GetAsync("k", default);
        time.Advance(TimeSpan.FromSeconds(29.9));
        await memory.GetAsync("k", default);
        Assert.Equal(1, reads);

        time.Advance(TimeSpan.FromSeconds(0.1));
        await memory.GetAsync("k", default);
        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task The_age_counts_from_before_the_read()
    {
        var held = new TaskCompletionSource<string?>();
        read = () => held.Task;
        var first = memory.GetAsync("k", default);
        time.Advance(TimeSpan.FromSeconds(30));
        held.SetResult("slow");
        Assert.Equal("slow", await first);

        read = () => Task.FromResult<string?>("new");
        Assert.Equal("new", await memory.GetAsync("k", default));
    }

    [Fact]
    public async Task Nothing_is_not_remembered()
    {
        read = () => Task.FromResult<string?>(null);
        Assert.Null(await memory.GetAsync("k", default));
        read = () => Task.FromResult<string?>("made");

        Assert.Equal("made", await memory.GetAsync("k", default));
    }

    [Fact]
    public async Task What_was_read_before_a_change_is_neither_remembered_nor_joined_after_it()
    {
        var held = new TaskCompletionSource<string?>();
        read = () => held.Task;
        var before = memory.GetAsync("k", default);
        memory.Forget("k");
        read = () => Task.FromResult<string?>("new");

        Assert.Equal("new", await memory.GetAsync("k", default));
        held.SetResult("old");
        Assert.Equal("old", await before);
        Assert.Equal("new", await memory.GetAsync("k", default));
        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task Those_who_ask_together_share_one_read_and_its_failure()
    {
        var held = new TaskCompletionSource<string?>();
        read = () => held.Task;
        var asked = Enumerable.Range(0, 10).Select(_ => memory.GetAsync("k", default)).ToArray();
        held.SetException(new TokenFunctions.Storage.StoreUnavailableException());

        foreach (var one in asked) await Assert.ThrowsAsync<TokenFunctions.Storage.StoreUnavailableException>(() => one);
        Assert.Equal(1, reads);
        read = () => Task.FromResult<string?>("back");
        Assert.Equal("back", await memory.GetAsync("k", default));
    }

    [Fact]
    public async Task Reading_anew_renews_what_is_remembered()
    {
        await memory.GetAsync("k", default);
        read = () => Task.FromResult<string?>("new");

        Assert.Equal("new", await memory.ReadAnewAsync("k"));
        Assert.Equal("new", await memory.GetAsync("k", default));
        Assert.Equal(2, reads);
    }
}
