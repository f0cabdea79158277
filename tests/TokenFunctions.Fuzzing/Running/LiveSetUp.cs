using System.Net;
using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Processes.App;

namespace TokenFunctions.Fuzzing.Running;

/// <summary>Makes the realms and secrets that a run begins with.</summary>
internal static class LiveSetUp
{
    public static async Task RunAsync(ApiClient api, string provider)
    {
        foreach (var (id, config) in LiveRealms.Configs)
        {
            var address = config.Replace(StandIn.Authority, provider, StringComparison.Ordinal);
            await api.SetUpAsync(id, address, LiveRealms.Key, $"\"key_1\":\"{Planted.Secret}-1\",\"key_2\":\"{Planted.Secret}-2\"");
        }

        var pushed = await api.PostAsync($"/api/input/live-input/{LiveRealms.Key}", $$"""{"ticket":"{{Planted.Secret}}-ticket"}""");
        if (pushed.Status != HttpStatusCode.OK) throw new InvalidOperationException($"The input was refused: {pushed}");
    }
}
