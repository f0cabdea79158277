using TokenFunctions.Host.Functions;
using TokenFunctions.Hosting;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Http;

namespace TokenFunctions.Host.Composition;

/// <summary>The app as a whole.</summary>
internal static class AppComposition
{
    /// <summary>Builds the app.</summary>
    /// <param name="builder">Its configuration and services.</param>
    /// <param name="settings">What it is set to.</param>
    /// <param name="over">Changes what it is made of, last of all; null = nothing is changed.</param>
    public static WebApplication Build(
        this WebApplicationBuilder builder, ServiceSettings settings, Action<IServiceCollection>? over = null)
    {
        builder.AddTokenFunctions(settings);
        builder.ListenAsSet(settings);
        over?.Invoke(builder.Services);
        var app = builder.Build();
        app.Services.NoteStart();
        app.MapTokenFunctions();
        if (settings.UnderFunctions) app.MapPreRefresh();
        return app;
    }
}
