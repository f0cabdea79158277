using TokenFunctions.Caching;

namespace TokenFunctions.Core.Tests.Caching;

[Collection(MemoryAlone.Name)]
public sealed class CacheBoundTests
{
    private const int Room = 2_000;
    private const int Askers = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(Askers)]
    public async Task The_bound_holds_under_ten_times_as_many_keys(int askers)
    {
        var one = new ManyTokens(new CacheLimits(), 900);
        await one.AskAsync(0, 1);
        var bound = one.Cache.Bytes * Room;
        var many = new ManyTokens(new CacheLimits { MaxBytes = bound }, 900);

        for (var round = 0; round < 10; round++)
        {
            var from = round * Room;
            await Task.WhenAll(Enumerable.Range(0, askers).Select(
                n => Task.Run(() => many.AskAsync(from + (n * Room / askers), Room / askers))));

            Assert.InRange(many.Cache.Bytes, 1, bound);
            Assert.InRange(many.Cache.Count, 1, Room);
        }

        Assert.InRange(many.Cache.Count, Room * 0.8, Room);
        var inUse = await ManyTokens.SettledBytesAsync();
        many.Drop();
        Assert.InRange(inUse - await ManyTokens.SettledBytesAsync(), bound * 0.7, bound * 1.15);
    }
}
