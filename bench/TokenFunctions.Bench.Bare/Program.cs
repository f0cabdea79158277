using System.Globalization;
using System.Net;
using TokenFunctions.Bench.Bare;

var port = int.Parse(Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT")!, CultureInfo.InvariantCulture);
var builder = WebApplication.CreateSlimBuilder();
var route = Environment.GetEnvironmentVariable("BARE_ROUTE");
// As bare as can be: with any logger the server makes a span and a scope for each request.
if (route is not null) builder.Logging.ClearProviders();
builder.WebHost.UseUrls().ConfigureKestrel(kestrel =>
{
    kestrel.Listen(IPAddress.Loopback, port);
    kestrel.AddServerHeader = false;
});
var app = builder.Build();
app.MapGet("/", (RequestDelegate)(context => context.Response.WriteAsync("{}")));
if (route is not null)
{
    app.MapGet(route, RowAnswer.Read() is { } row
        ? row.GiveAsync
        : (RequestDelegate)GivenAnswer.Read(Environment.GetEnvironmentVariable("BARE_ANSWER")!).GiveAsync);
}

app.Run();
