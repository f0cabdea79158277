using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Http.Tests;

public sealed class FaultTests : IAsyncLifetime
{
    private const string Marker = "exception-marker-77";
    private TestApp app = null!;

    public static TheoryData<string, int, string> Faults => new()
    {
        { nameof(StoreUnavailableException), 503, "store_unavailable" },
        { nameof(VaultUnavailableException), 503, "vault_unavailable" },
        { nameof(SealBrokenException), 500, "seal_broken" },
        { nameof(RowTooLargeException), 413, "row_too_large" },
        { nameof(OperationCanceledException), 500, "internal_error" },
        { nameof(IOException), 500, "internal_error" },
        { nameof(FormatException), 500, "internal_error" },
    };

    public async Task InitializeAsync() => app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_exception_is_a_problem_without_its_message(string type, int status, string code)
    {
        app.Parts.Tables.Fault = Make(type);
        // Only what is written can be too large.
        var reply = type == nameof(RowTooLargeException)
            ? await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"u"}}""")
            : await app.GetAsync("/api/realm");
        Assert.Equal((status, code), (reply.Status, reply.Code));
        Assert.Equal("application/problem+json; charset=utf-8", reply.Header("Content-Type"));
        Assert.DoesNotContain(Marker, reply.All);
        // Our own exceptions hold no secret by contract, so the log may say what they say; of others it shows the kind only.
        var isOurs = code != "internal_error";
        Assert.Equal(isOurs && status >= 500, app.Parts.Log.Lines.Any(l => l.Contains(Marker, StringComparison.Ordinal)));
        Assert.Equal(status >= 500, app.Parts.Log.Lines.Any(l => l.Contains(type, StringComparison.Ordinal) && l.Contains("FlakyTable", StringComparison.Ordinal)));
        app.Parts.Tables.Fault = null;
        Assert.Equal(200, (await app.GetAsync("/api/realm")).Status);
    }

    [Fact]
    public async Task A_caller_that_leaves_is_no_fault()
    {
        var asked = new TaskCompletionSource();
        app.Parts.Core.Hold = async cancellationToken =>
        {
            asked.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        };
        using var leaving = new CancellationTokenSource();
        var call = app.Http.GetAsync(new Uri("/api/token?realm=r&key=k", UriKind.Relative), leaving.Token);
        await asked.Task;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        // Stopping waits for the request's end.
        await app.DisposeAsync();
        Assert.DoesNotContain(
            app.Parts.Log.Lines,
            l => l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Warning", StringComparison.Ordinal));
    }

    private static Exception Make(string type) => type switch
    {
        nameof(StoreUnavailableException) => new StoreUnavailableException(Marker),
        nameof(VaultUnavailableException) => new VaultUnavailableException(Marker),
        nameof(SealBrokenException) => new SealBrokenException(Marker),
        nameof(RowTooLargeException) => new RowTooLargeException(Marker),
        nameof(OperationCanceledException) => new OperationCanceledException(Marker),
        nameof(IOException) => new IOException(Marker),
        _ => new FormatException(Marker),
    };
}
