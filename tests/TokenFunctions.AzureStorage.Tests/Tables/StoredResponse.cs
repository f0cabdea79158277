using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace TokenFunctions.AzureStorage.Tests.Tables;

/// <summary>An answer of the service without a network.</summary>
internal sealed class StoredResponse : Response
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase) { ["ETag"] = "\"1\"", ["Content-Type"] = "application/json" };

    public StoredResponse(byte[] body, int status = 200) => (ContentStream, Status) = (new MemoryStream(body), status);

    public override int Status { get; }

    public override string ReasonPhrase => "OK";

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
