using System.Globalization;
using TokenFunctions.Sample;

var seconds = args is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : SampleRun.UsualSeconds;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    // The service beside this program has to be ended first.
    press.Cancel = true;
    stop.Cancel();
};

await SampleRun.RunAsync(seconds, TimeProvider.System, stop.Token);
