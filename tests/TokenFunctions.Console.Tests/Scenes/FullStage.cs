using System.Net;
using System.Text.Json;
using TokenFunctions.Processes.App;

namespace TokenFunctions.Console.Tests.Scenes;

/// <summary>A service in which something of everything has happened: tokens in every state, callers, people's notes.</summary>
internal static class FullStage
{
    /// <summary>Stored with each secret; no page may ever have it.</summary>
    public const string Secret = "planted-secret-7Qx1vN4kTz";

    public static async Task FillAsync(Stage stage)
    {
        await TokensAsync(stage);
        await CommentedAsync(stage.Api);
        await stage.CallerAsync("billing", """
            {"realm":"wecom-*","key":"crm","verbs":["read","flush"]},{"realm":"airline","key":"*","verbs":["read","status","input"]}
            """, Markup.Text);
        await stage.CallerAsync("keeper", """{"realm":"*","key":"*","verbs":["admin"]}""");
        await stage.CallerAsync("reports", "");
    }

    private static async Task TokensAsync(Stage stage)
    {
        stage.Provider.Play("bank", new Act { Secret = "another-one", Said = Markup.Text });
        stage.Provider.Play("rotary", new Act { Refusal = 500 });
        // Due in ten seconds, and for more than a minute from then.
        stage.Provider.Play("courier", new Act { LifeSeconds = 100 });
        stage.Provider.Play("ferry", new Act { LifeSeconds = 2 });
        await AskAsync(stage, "airline", StageRealms.Plain, HttpStatusCode.OK);
        await AskAsync(stage, "courier", StageRealms.Hasty, HttpStatusCode.OK);
        await AskAsync(stage, "ferry", StageRealms.Plain, HttpStatusCode.OK);
        await AskAsync(stage, "bank", StageRealms.Plain, HttpStatusCode.BadGateway);
        await AskAsync(stage, "rotary", StageRealms.Rotating, null);
        await AskAsync(stage, "suite", StageRealms.Pushed, null);
        await stage.SetUpAsync("museum", StageRealms.Plain, Secret);
    }

    private static async Task AskAsync(Stage stage, string realm, Func<string, string> config, HttpStatusCode? expected)
    {
        await stage.SetUpAsync(realm, config, Secret);
        var answer = await stage.Api.TokenAsync(realm, "main");
        if (expected is { } status) Assert.Equal(status, answer.Status);
        else Assert.NotEqual(HttpStatusCode.OK, answer.Status);
    }

    private static async Task CommentedAsync(ApiClient api)
    {
        var made = await api.PostAsync(
            "/api/realm", $$"""{"id":"wecom","preset":"wecom-app","comment":{{JsonSerializer.Serialize(Markup.Text)}}}""");
        Assert.Equal(HttpStatusCode.Created, made.Status);
    }
}
