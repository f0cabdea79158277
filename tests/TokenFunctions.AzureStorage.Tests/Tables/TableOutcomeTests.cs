using System.Text;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage.Tests.Tables;

public sealed class TableOutcomeTests
{
    [Theory]
    [InlineData(201, "", WriteOutcome.Written)]
    [InlineData(204, "", WriteOutcome.Written)]
    [InlineData(409, "EntityAlreadyExists", WriteOutcome.Exists)]
    [InlineData(409, "TableBeingDeleted", null)]
    [InlineData(404, "TableNotFound", null)]
    [InlineData(200, "", null)]
    public void Of_an_insert(int status, string code, WriteOutcome? outcome) =>
        Assert.Equal(outcome, TableOutcome.OfInsert(Answer(status, code)));

    [Theory]
    [InlineData(204, WriteOutcome.Written)]
    [InlineData(404, WriteOutcome.Missing)]
    [InlineData(412, WriteOutcome.Changed)]
    [InlineData(409, null)]
    [InlineData(200, null)]
    public void Of_a_replace(int status, WriteOutcome? outcome) =>
        Assert.Equal(outcome, TableOutcome.OfReplace(Answer(status)));

    [Theory]
    [InlineData(204, false, WriteOutcome.Written)]
    [InlineData(404, false, WriteOutcome.Missing)]
    [InlineData(404, true, WriteOutcome.Written)]
    [InlineData(412, true, WriteOutcome.Changed)]
    [InlineData(200, false, null)]
    public void Of_a_delete(int status, bool wasRetried, WriteOutcome? outcome) =>
        Assert.Equal(outcome, TableOutcome.OfDelete(Answer(status, wasRetried: wasRetried)));

    [Theory]
    [InlineData(404, "TableNotFound", true)]
    [InlineData(404, "ResourceNotFound", false)]
    [InlineData(409, "TableNotFound", false)]
    public void A_write_waits_for_its_table_only(int status, string code, bool waits) =>
        Assert.Equal(waits, TableOutcome.NeedsTable(Answer(status, code)));

    [Theory]
    [InlineData(201, "", true)]
    [InlineData(204, "", true)]
    [InlineData(409, "TableAlreadyExists", true)]
    [InlineData(409, "TableBeingDeleted", false)]
    [InlineData(403, "AuthorizationFailure", false)]
    public void A_table_is_there_whoever_made_it(int status, string code, bool isThere) =>
        Assert.Equal(isThere, TableOutcome.HasTable(Answer(status, code)));

    private static TableAnswer Answer(int status, string code = "", bool wasRetried = false)
    {
        var body = Encoding.UTF8.GetBytes($$$"""{"odata.error":{"code":"{{{code}}}"}}""");
        return new TableAnswer(new StoredResponse(body, status), wasRetried);
    }
}
