using System.Globalization;
using System.Net;
using TokenFunctions.Bench.Bare;

var port = int.Parse(Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT")!, CultureInfo.InvariantCulture);
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls().ConfigureKestrel(kestrel =>
{
    kestrel.Listen(IPAddress.Loopback, port);
    kestrel.AddServerHeader = false;
});
var app = builder.Build();
app.MapGet("/", (RequestDelegate)(context => context.Response.WriteAsync("{}")));
if (Environment.GetEnvironmentVariable("BARE_ROUTE") is { } route)
{
    app.MapGet(route, RowAnswer.Read() is { } row
        ? row.GiveAsync
        : (RequestDelegate)GivenAnswer.Read(Environment.GetEnvironmentVariable("BARE_ANSWER")!).GiveAsync);
}

app.Run();
