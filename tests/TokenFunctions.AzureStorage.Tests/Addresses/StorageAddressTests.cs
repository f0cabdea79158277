using TokenFunctions.Accounts;

namespace TokenFunctions.AzureStorage.Tests.Addresses;

public sealed class StorageAddressTests
{
    private const string Key = "c2VjcmV0LWtleQ==";

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1", false)]
    [InlineData(" UseDevelopmentStorage=TRUE; ", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1", false)]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acc1;AccountKey=c2VjcmV0LWtleQ==;EndpointSuffix=core.windows.net", "https://acc1.table.core.windows.net/", "acc1", false)]
    [InlineData("AccountName=acc1;AccountKey=c2VjcmV0LWtleQ==", "https://acc1.table.core.windows.net/", "acc1", false)]
    [InlineData("AccountName=acc1;AccountKey=c2VjcmV0LWtleQ==;EndpointSuffix=core.chinacloudapi.cn", "https://acc1.table.core.chinacloudapi.cn/", "acc1", false)]
    [InlineData("AccountName=acc1;AccountKey=c2VjcmV0LWtleQ==;TableEndpoint=https://tables.example/acc1", "https://tables.example/acc1", "acc1", false)]
    [InlineData("TableEndpoint=https://acc1.table.core.windows.net/;SharedAccessSignature=?sv=2019-02-02&sig=abc", "https://acc1.table.core.windows.net/", "acc1", false)]
    [InlineData("TableEndpoint=http://127.0.0.1:9/acc1;SharedAccessSignature=sig=abc", "http://127.0.0.1:9/acc1", "acc1", false)]
    [InlineData("TableEndpoint=https://acc1.table.core.windows.net", "https://acc1.table.core.windows.net/", "acc1", true)]
    [InlineData("https://acc1.table.core.windows.net", "https://acc1.table.core.windows.net/", "acc1", true)]
    [InlineData(" https://acc1.table.core.usgovcloudapi.net/ ", "https://acc1.table.core.usgovcloudapi.net/", "acc1", true)]
    [InlineData("https://127.0.0.1:10002/devstoreaccount1", "https://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1", true)]
    public void Addresses_are_understood(string text, string endpoint, string account, bool needsCredential)
    {
        Assert.True(StorageAddress.TryParse(text, out var address, out var error), error);
        Assert.Equal((new Uri(endpoint), account, needsCredential), (address.Endpoint, address.Account, address.NeedsCredential));
    }

    [Theory]
    [InlineData(null, "empty")]
    [InlineData("  ", "empty")]
    [InlineData("http://acc1.table.core.windows.net", "https://")]
    [InlineData("ftp://acc1", "https://")]
    [InlineData("https://acc1.table.core.windows.net?sv=1&sig=c2VjcmV0", "neither a query")]
    [InlineData("https://me:c2VjcmV0@acc1.table.core.windows.net", "nor a user")]
    [InlineData("c2VjcmV0", "name=value")]
    [InlineData("AccountName=acc1;c2VjcmV0", "name=value")]
    [InlineData("AccountName=acc1;AccountKey=c2VjcmV0!", "not base64")]
    [InlineData("AccountName=acc1;AccountKey=", "not base64")]
    [InlineData("AccountKey=c2VjcmV0", "AccountName")]
    [InlineData("AccountName=Acc_1;AccountKey=c2VjcmV0", "AccountName")]
    [InlineData("AccountName=acc1;AccountName=acc2;AccountKey=c2VjcmV0", "AccountName twice")]
    [InlineData("c2VjcmV0=1;c2VjcmV0=2", "a name twice")]
    [InlineData("AccountName=acc1;AccountKey=c2VjcmV0;DefaultEndpointsProtocol=ftp", "DefaultEndpointsProtocol")]
    [InlineData("TableEndpoint=nowhere;AccountKey=c2VjcmV0", "TableEndpoint")]
    [InlineData("TableEndpoint=http://127.0.0.1:9/acc1", "https://")]
    [InlineData("UseDevelopmentStorage=false", "UseDevelopmentStorage")]
    [InlineData("UseDevelopmentStorage=true;AccountKey=c2VjcmV0", "UseDevelopmentStorage")]
    public void What_is_wrong_is_said_without_the_secret(string? text, string says)
    {
        Assert.False(StorageAddress.TryParse(text, out var address, out var error));
        Assert.Null(address);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccountName=acc1;AccountKey=" + Key, "account key")]
    [InlineData("TableEndpoint=https://acc1.table.core.windows.net;SharedAccessSignature=sv=1&sig=c2VjcmV0LWtleQ==", "shared access signature")]
    [InlineData("https://acc1.table.core.windows.net", "identity")]
    public void Printing_an_address_shows_the_kind_of_proof_only(string text, string kind) =>
        Assert.Equal($"https://acc1.table.core.windows.net/ ({kind})", StoreOptions.Address(text).ToString());

    [Fact]
    public void An_emulator_is_told_from_an_account()
    {
        Assert.True(StoreOptions.Address("UseDevelopmentStorage=true").IsEmulator);
        Assert.False(StoreOptions.Address("https://acc1.table.core.windows.net").IsEmulator);
    }
}
