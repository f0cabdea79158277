using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Rows of tokens that newer releases have written.</summary>
public sealed class NewerRowTests
{
    [Fact]
    public async Task A_token_of_the_next_release_is_handed_out_and_renewed()
    {
        var (world, instance) = await World.MakeAsync();
        var first = (await instance.Ask()).Token!;
        await ChangeAsync(world, RowFormat.Own + 1);

        Assert.Equal("token-1", (await world.Start().Ask()).Value());
        var renewed = (await instance.Ask(flush: true)).Token!;

        Assert.Equal((first.Generation + 1, 2), (renewed.Generation, world.Provider.Calls));
        Assert.Equal("kept", (await RowAsync(world)).Text("next"));
    }

    [Fact]
    public async Task A_token_of_the_release_after_it_is_refused_at_once_with_what_to_do_and_the_provider_is_not_asked()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        await ChangeAsync(world, RowFormat.Own + 2);
        var etag = (await RowAsync(world)).ETag;

        var refused = await world.Start().Ask();

        Assert.Equal(FailureKind.StoreUnavailable, refused.Failure!.Kind);
        Assert.Contains("run a newer release", refused.Failure.Detail, StringComparison.Ordinal);
        Assert.True((await instance.Ask()).IsStale);
        Assert.Equal((1, etag), (world.Provider.Calls, (await RowAsync(world)).ETag));
    }

    private static async Task ChangeAsync(World world, long format)
    {
        var row = (await RowAsync(world)).WithETag(null).Set("v", format).Set("next", "kept");
        await world.Tables.Open("tokens").UpsertAsync(row, CancellationToken.None);
    }

    private static async Task<Row> RowAsync(World world) =>
        Assert.Single((await world.Tables.Open("tokens").QueryAsync(new RowQuery(), null, CancellationToken.None)).Rows);
}
