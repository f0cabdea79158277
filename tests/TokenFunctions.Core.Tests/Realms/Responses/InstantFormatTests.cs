using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Core.Tests.Realms.Responses;

public sealed class InstantFormatTests
{
    [Theory]
    [InlineData("auto", "1795176000", "2026-11-20T12:00:00.0000000Z")]
    [InlineData("auto", "1795176000.5", "2026-11-20T12:00:00.5000000Z")]
    [InlineData("auto", "1.795176E9", "2026-11-20T12:00:00.0000000Z")]
    [InlineData("auto", "1795176000000", "2026-11-20T12:00:00.0000000Z")]
    [InlineData("auto", "99999999999", "5138-11-16T09:46:39.0000000Z")]
    [InlineData("auto", "100000000000", "1973-03-03T09:46:40.0000000Z")]
    [InlineData("auto", " 2026-11-20T12:00:00Z ", "2026-11-20T12:00:00.0000000Z")]
    [InlineData("auto", "2026-11-20", "2026-11-20T00:00:00.0000000Z")]
    [InlineData("auto", "Fri, 20 Nov 2026 12:00:00 GMT", "2026-11-20T12:00:00.0000000Z")]
    [InlineData("auto", "Friday, 20-Nov-26 12:00:00 GMT", "2026-11-20T12:00:00.0000000Z")]
    [InlineData("unix", "1795176000000", null)]
    [InlineData("unix", "60", "1970-01-01T00:01:00.0000000Z")]
    [InlineData("unix", "-1", null)]
    [InlineData("unix", "NaN", null)]
    [InlineData("unix", "soon", null)]
    [InlineData("unix_ms", "1795176000001", "2026-11-20T12:00:00.0010000Z")]
    [InlineData("unix_ms", "1e300", null)]
    [InlineData("rfc3339", "2026-11-20T12:29:59.5Z", "2026-11-20T12:29:59.5000000Z")]
    [InlineData("rfc3339", "2026-11-20T12:29:59.123456789Z", "2026-11-20T12:29:59.1234567Z")]
    [InlineData("rfc3339", "2026-11-20t20:00:00.000+08:00", "2026-11-20T12:00:00.0000000Z")]
    [InlineData("rfc3339", "2026-11-20 07:00:00-0500", "2026-11-20T12:00:00.0000000Z")]
    [InlineData("rfc3339", "2026-11-20T12:00:00", "2026-11-20T12:00:00.0000000Z")]
    [InlineData("rfc3339", "2026-11-20 12:00:00 UTC", "2026-11-20T12:00:00.0000000Z")]
    [InlineData("rfc3339", "2026-11-20T12:00:00.1234567890Z", null)]
    [InlineData("rfc3339", "2026-02-30T12:00:00Z", null)]
    [InlineData("rfc3339", "2026-11-20T12:00:00+25:00", null)]
    [InlineData("rfc3339", "0001-01-01T00:00:00+08:00", null)]
    [InlineData("rfc3339", "1795176000", null)]
    [InlineData("http_date", "Fri, 20 Nov 2026 12:00:00 GMT", "2026-11-20T12:00:00.0000000Z")]
    [InlineData("http_date", "2026-11-20T12:00:00Z", null)]
    [InlineData("http_date", "60", null)]
    [InlineData("%d/%m/%Y %H:%M", "20/11/2026 12:00", "2026-11-20T12:00:00.0000000Z")]
    [InlineData("%d/%m/%Y %H:%M", "2026-11-20", null)]
    public void An_instant_is_read_by_its_format(string format, string text, string? expected) =>
        Assert.Equal(expected, InstantFormat.TryParse(format)!.Read(text)?.UtcDateTime.ToString("o"));
}
