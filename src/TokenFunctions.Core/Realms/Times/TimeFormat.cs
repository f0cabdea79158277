using System.Text;

namespace TokenFunctions.Realms.Times;

/// <summary>A form of writing times, as <c>strftime</c> and <c>strptime</c> of C and Python know it: literals and
/// directives such as <c>%Y</c>. Names of months and days are English.</summary>
internal sealed class TimeFormat
{
    private readonly IReadOnlyList<TimePart> parts;

    private TimeFormat(IReadOnlyList<TimePart> parts) => this.parts = parts;

    /// <summary>Whether a text of this form tells which day it is: <see cref="Read"/> gives no time without.</summary>
    public bool TellsDay => parts.Any(part => part.Directive is 'Y' or 'y' or 's');

    /// <summary>Reads a format; null when it is empty or has a directive that is not known.</summary>
    /// <param name="text">Such as <c>%Y-%m-%d %H:%M:%S</c>.</param>
    public static TimeFormat? TryParse(string text) =>
        TimePart.Parse(text) is { Count: > 0 } parts ? new TimeFormat(parts) : null;

    /// <summary>The time in this form, in its own offset.</summary>
    public string Write(DateTimeOffset time)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part.Directive is { } directive ? TimeWriting.Write(directive, time) : part.Literal);
        return text.ToString();
    }

    /// <summary>The instant that the whole of <paramref name="text"/> tells, in UTC; null when it is not of this form
    /// or there is no such time. Without a zone it is UTC, without a time the start of the day.</summary>
    public DateTimeOffset? Read(string text)
    {
        var scan = new TimeScan(text);
        var fields = new TimeFields();
        foreach (var part in parts)
        {
            var fits = part.Directive is { } directive
                ? TimeReading.Read(directive, scan, fields)
                : scan.Skip(part.Literal);
            if (!fits) return null;
        }
        return scan.IsAtEnd ? fields.ToTime() : null;
    }
}
