using System.Globalization;
using System.Net;

var port = int.Parse(Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT")!, CultureInfo.InvariantCulture);
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port)).UseUrls();
var app = builder.Build();
app.MapGet("/", (RequestDelegate)(context => context.Response.WriteAsync("{}")));
app.Run();
