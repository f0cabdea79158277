using TokenFunctions.Registry;
using TokenFunctions.Storage;
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
        held.SetException(new StoreUnavailableException());

        foreach (var one in asked) await Assert.ThrowsAsync<StoreUnavailableException>(() => one);
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

    [Fact]
    public async Task While_the_store_does_not_answer_the_last_value_is_given_and_a_read_is_tried_once_a_second()
    {
        await memory.GetAsync("k", default);
        time.Advance(TimeSpan.FromHours(1));
        read = () => Task.FromException<string?>(new StoreUnavailableException());

        for (var n = 0; n < 10; n++) Assert.Equal("old", await memory.GetAsync("k", default));
        Assert.Equal(2, reads);

        time.Advance(TimeSpan.FromSeconds(1));
        read = () => Task.FromResult<string?>("new");
        Assert.Equal("new", await memory.GetAsync("k", default));
        Assert.Equal(3, reads);
    }

    [Fact]
    public async Task A_store_that_hangs_is_waited_for_a_second_only_where_something_is_known()
    {
        await memory.GetAsync("k", default);
        time.Advance(TimeSpan.FromSeconds(30));
        var held = new TaskCompletionSource<string?>();
        read = () => held.Task;
        var known = memory.GetAsync("k", default);
        var unknown = memory.GetAsync("other", default);
        Assert.False(known.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("old", await known);
        Assert.False(unknown.IsCompleted);

        held.SetResult("late");
        Assert.Equal("late", await unknown);
        Assert.Equal("late", await memory.GetAsync("k", default));
    }

    [Fact]
    public async Task Reading_anew_never_gives_what_is_old()
    {
        await memory.GetAsync("k", default);
        read = () => Task.FromException<string?>(new StoreUnavailableException());

        await Assert.ThrowsAsync<StoreUnavailableException>(() => memory.ReadAnewAsync("k"));
        memory.Forget("k");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => memory.GetAsync("k", default));
    }
}
