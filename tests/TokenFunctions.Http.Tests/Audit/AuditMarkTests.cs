using TokenFunctions.Http.Audit;

namespace TokenFunctions.Http.Tests.Audit;

public sealed class AuditMarkTests
{
    [Theory]
    [InlineData("20270501")]
    [InlineData("20270501.1234567890123456789-ab12")]
    [InlineData("20270501.1234567890123456789-ab12-00ff")]
    public void A_mark_is_read_as_it_was_written(string text) => Assert.Equal(text, AuditMark.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("20270501.")]
    [InlineData("20270532")]
    [InlineData("2027-05-01")]
    [InlineData("٢٠٢٧٠٥٠١")]
    [InlineData("20270501.AB")]
    [InlineData("20270501.1 or 2")]
    [InlineData("20270501.1'2")]
    [InlineData("20270501.1.2")]
    public void Anything_else_is_none(string text) => Assert.Null(AuditMark.Parse(text));
}
