using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TokenFunctions.Bench.Bare;

/// <summary>Reads one row of a storage account for each request, and gives what came. The request to the account is
/// signed by Shared Key Lite, as the service signs its own.</summary>
/// <param name="row">The row's address.</param>
/// <param name="account">The account's name.</param>
/// <param name="key">The account's key.</param>
internal sealed class RowAnswer(Uri row, string account, byte[] key)
{
    private const int MostAttempts = 4;

    private static readonly HttpClient Http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    });

    /// <summary>The row that the environment names; null = it names none.</summary>
    public static RowAnswer? Read() => Environment.GetEnvironmentVariable("BARE_ROW") is { } row
        ? new RowAnswer(
            new Uri(row), Environment.GetEnvironmentVariable("BARE_ACCOUNT")!,
            Convert.FromBase64String(Environment.GetEnvironmentVariable("BARE_ACCOUNT_KEY")!))
        : null;

    /// <summary>Gives it.</summary>
    public async Task GiveAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Query["realm"].Count != 1 || request.Query["key"].Count != 1 || request.Headers["x-api-key"].Count != 1)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        // An emulator under load fails now and then; the service asks again too.
        var attempt = 1;
        while (!await TryGiveAsync(context, isLast: attempt == MostAttempts)) attempt++;
    }

    private async Task<bool> TryGiveAsync(HttpContext context, bool isLast)
    {
        using var asked = Signed();
        using var answer = await Http.SendAsync(asked, context.RequestAborted);
        if (!answer.IsSuccessStatusCode && !isLast) return false;
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        var response = context.Response;
        response.StatusCode = (int)answer.StatusCode;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
        return true;
    }

    private HttpRequestMessage Signed()
    {
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{date}\n/{account}{row.AbsolutePath}");
        var request = new HttpRequestMessage(HttpMethod.Get, row);
        request.Headers.TryAddWithoutValidation("Accept", "application/json;odata=minimalmetadata");
        request.Headers.TryAddWithoutValidation("x-ms-version", "2020-12-06");
        request.Headers.TryAddWithoutValidation("DataServiceVersion", "3.0");
        request.Headers.TryAddWithoutValidation("MaxDataServiceVersion", "3.0");
        request.Headers.TryAddWithoutValidation("x-ms-date", date);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"SharedKeyLite {account}:{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}");
        return request;
    }
}
