using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;
using TokenFunctions.Testing;

namespace TokenFunctions.Console.Tests.Gallery;

/// <summary>A walk in each language, done once for all that looks at what was noticed.</summary>
public sealed class Walks : IAsyncLifetime
{
    private readonly Dictionary<string, (TempFolder Folder, Stage Stage, Walk Walk)> all = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        if (Chromium.SkipReason is not null) return;
        foreach (var language in (string[])["en", "zh-CN"])
        {
            var folder = new TempFolder();
            all[language] = (folder, await Stage.StartAsync(folder.Path), new Walk());
        }

        await Task.WhenAll(all.Select(one => one.Value.Walk.GoAsync(one.Value.Stage, Visitor.Of(one.Key))));
    }

    public async Task DisposeAsync()
    {
        foreach (var (folder, stage, _) in all.Values)
        {
            await stage.DisposeAsync();
            folder.Dispose();
        }
    }

    internal Walk In(string language) => all[language].Walk;

    internal Stage StageOf(string language) => all[language].Stage;
}
