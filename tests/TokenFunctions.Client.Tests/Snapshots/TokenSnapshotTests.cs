using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Snapshots;

/// <summary>Restarts with a snapshot.</summary>
public sealed class TokenSnapshotTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly ManualTime time = new();

    private string Path => folder.File("tokens.snapshot");

    [Fact]
    public async Task A_restart_while_the_service_is_away_still_has_the_living_tokens()
    {
        await LiveAsync(life => life.Gives("first"));
        time.Advance(TimeSpan.FromMinutes(30));
        await using var next = new SnapshotLife(Path, time);

        var result = await next.Ask();
        Assert.Equal(("first", true), (result.Token!.Value.Reveal(), result.IsStale));
        Assert.Equal(1, next.Calls);
        Assert.Empty(next.Logs.All);
    }

    [Fact]
    public async Task The_service_is_asked_first_and_its_word_counts()
    {
        await LiveAsync(life => life.Gives("first", generation: 9));
        await using var next = new SnapshotLife(Path, time);
        next.Gives("second", generation: 2);

        var result = await next.Ask();
        Assert.Equal(("second", false), (result.Token!.Value.Reveal(), result.IsStale));
    }

    [Fact]
    public async Task Dead_tokens_are_dropped_at_the_start_and_die_afterwards_too()
    {
        await LiveAsync(life => life.Service = r => life.Answer(r.Key, "x", 1, r.Key.Key == "main" ? 100 : 50), "main", "short");
        time.Advance(TimeSpan.FromSeconds(60));
        await using var next = new SnapshotLife(Path, time);
        Assert.Equal(1, next.Cache.Count);
        Assert.True((await next.Ask()).HasToken);

        time.Advance(TimeSpan.FromSeconds(39));
        Assert.True((await next.Ask()).HasToken);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(FailureKind.ServiceUnavailable, (await next.Ask()).Failure!.Kind);
    }

    [Fact]
    public async Task A_token_dies_when_it_did_before_also_where_the_own_clock_is_behind()
    {
        await using (var life = new SnapshotLife(Path, time))
        {
            // The service's clock is five minutes ahead, and so are the times of its answers.
            var now = time.GetUtcNow();
            life.Clock.Observe(now, now, now.AddMinutes(5));
            life.Gives("first", deadIn: 300 + 600);
            await life.Ask();
        }

        time.Advance(TimeSpan.FromSeconds(590));
        await using var living = new SnapshotLife(Path, time);
        Assert.True((await living.Ask()).HasToken);
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.False((await living.Ask()).HasToken);
    }

    [Fact]
    public async Task A_killed_program_loses_no_more_than_the_last_seconds()
    {
        var killed = new SnapshotLife(Path, time);
        killed.Gives("first");
        await killed.Ask();
        Assert.False(File.Exists(Path));
        time.Advance(TimeSpan.FromSeconds(5));
        await Eventually.HoldsAsync(() => File.Exists(Path), "the file");

        await using var next = new SnapshotLife(Path, time);
        Assert.Equal("first", (await next.Ask()).Token!.Value.Reveal());
    }

    [Fact]
    public async Task Nothing_is_written_without_a_change()
    {
        await using var life = new SnapshotLife(Path, time);
        life.Gives("first");
        await life.Ask();
        time.Advance(TimeSpan.FromSeconds(5));
        await Eventually.HoldsAsync(() => File.Exists(Path), "the file");
        File.Delete(Path);

        // Uses, and checks that confirm the token, are no changes.
        life.Service = r => TokenResult.Of(r.Held!) with { RevalidateAfter = TimeSpan.FromSeconds(60) };
        for (var n = 0; n < 30; n++)
        {
            await life.Ask();
            time.Advance(TimeSpan.FromSeconds(5));
        }

        await life.DisposeAsync();
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public async Task What_the_service_has_refused_is_not_in_the_next_file()
    {
        await LiveAsync(life => life.Gives("first"));
        await LiveAsync(life => life.Service = _ =>
            TokenResult.Of(new TokenFailure(FailureKind.ServiceRefused, "not you")));
        await using var next = new SnapshotLife(Path, time);
        Assert.Equal(0, next.Cache.Count);
    }

    [Fact]
    public async Task A_second_restart_during_the_outage_still_has_them()
    {
        await LiveAsync(life => life.Gives("first"), "main", "other");
        await LiveAsync(_ => { });
        await using var next = new SnapshotLife(Path, time);
        Assert.Equal("first", (await next.Ask("other")).Token!.Value.Reveal());
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_file()
    {
        await LiveAsync(life => life.Gives("first"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        Assert.Equal([Path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task The_file_holds_no_token_in_any_form()
    {
        const string planted = "planted-token-7f3a9c+/=";
        await LiveAsync(life => life.Gives(planted), "planted-key-91");
        var text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path));
        Assert.All(Forms.Of(planted).Concat(Forms.Of("planted-key-91")), form =>
            Assert.DoesNotContain(form, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Two_programs_that_write_the_same_file_leave_a_whole_one_of_either()
    {
        await using (var one = new SnapshotLife(Path, time))
        await using (var two = new SnapshotLife(Path, time))
        {
            for (var n = 1; n <= 50; n++)
            {
                one.Gives($"one-{n}", n);
                two.Gives($"two-{n}", n);
                one.Cache.Forget("demo");
                two.Cache.Forget("demo");
                await Task.WhenAll(one.Ask(), two.Ask());
                time.Advance(TimeSpan.FromSeconds(5));
            }
        }

        await using var next = new SnapshotLife(Path, time);
        Assert.Matches("^(one|two)-50$", (await next.Ask()).Token!.Value.Reveal());
        Assert.Empty(next.Logs.All);
        Assert.Equal([Path], Directory.GetFiles(folder.Path));
    }

    public void Dispose() => folder.Dispose();

    private async Task LiveAsync(Action<SnapshotLife> prepare, params string[] keys)
    {
        await using var life = new SnapshotLife(Path, time);
        prepare(life);
        foreach (var key in keys.DefaultIfEmpty("main")) await life.Ask(key);
    }
}
