using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Functions;
using TokenFunctions.Host.Tests.Settings;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Host.Tests.Functions;

public sealed class PreRefreshEndpointTests
{
    public static TheoryData<Exception> Faults =>
        [new StoreUnavailableException("down"), new OperationCanceledException(), new InvalidOperationException()];

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task A_tick_that_fails_for_any_reason_gets_a_JSON_object(Exception fault)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var settings = Given.Read(("TokenFunctions__Storage", "memory"));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddStores(settings).AddSingleton<ITables>(new BrokenTables(fault)).AddFlow(settings);
        await using var app = builder.Build();
        app.MapPreRefresh();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var answer = await http.PostAsync(new Uri(PreRefreshEndpoint.Path, UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
    }

    private sealed class BrokenTables(Exception fault) : ITables
    {
        public ITable Open(string name) => new BrokenTable(fault);

        public Task PingAsync(CancellationToken cancellationToken) => Task.FromException(fault);
    }

    private sealed class BrokenTable(Exception fault) : ITable
    {
        public Task<Row?> GetAsync(RowKey key, CancellationToken cancellationToken) => Task.FromException<Row?>(fault);

        public Task<WriteResult> InsertAsync(Row row, CancellationToken cancellationToken) =>
            Task.FromException<WriteResult>(fault);

        public Task<WriteResult> ReplaceAsync(Row row, string etag, CancellationToken cancellationToken) =>
            Task.FromException<WriteResult>(fault);

        public Task<string> UpsertAsync(Row row, CancellationToken cancellationToken) =>
            Task.FromException<string>(fault);

        public Task<WriteOutcome> DeleteAsync(RowKey key, string etag, CancellationToken cancellationToken) =>
            Task.FromException<WriteOutcome>(fault);

        public Task<RowPage> QueryAsync(RowQuery query, string? continuation, CancellationToken cancellationToken) =>
            Task.FromException<RowPage>(fault);
    }
}
