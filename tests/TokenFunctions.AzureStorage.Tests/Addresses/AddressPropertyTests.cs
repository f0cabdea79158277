using TokenFunctions.Properties;

namespace TokenFunctions.AzureStorage.Tests.Addresses;

/// <summary>Storage addresses: whatever the setting holds, it is one or is refused in a sentence without its secrets.</summary>
public sealed class AddressPropertyTests
{
    private const string Secret = "pl!ntedSecret";

    private static readonly string[] Pieces =
    [
        "AccountName", "AccountKey", "TableEndpoint", "SharedAccessSignature", "EndpointSuffix", "DefaultEndpointsProtocol", "UseDevelopmentStorage", "=", ";", "true", "https", "http", "https://a.table.core.windows.net", "http://127.0.0.1:10002/devstoreaccount1", "://", "abc", "AAAA", "AAA",
        Secret, "?sv=1&sig=" + Secret, "core.windows.net", "[::1", "@", "#", "例", " ", "ftp", "://" + Secret, "https://u:" + Secret + "@a", Secret + "=",
    ];

    [Fact]
    public void An_address_is_read_or_refused_without_its_secrets() => Seeds.Hold(5000, chance =>
    {
        var text = chance.Pieces(12, Pieces);
        var isRead = StorageAddress.TryParse(text, out var address, out var error);
        Assert.Equal(isRead, address is not null);
        Assert.Equal(isRead, error is null);
        if (error is not null) Assert.DoesNotContain(Secret, error, StringComparison.Ordinal);
        _ = address?.Account;
    });

    [Fact]
    public void A_connection_string_is_read_whatever_the_order_of_its_parts() => Seeds.Hold(500, chance =>
    {
        var key = Convert.ToBase64String([1, .. chance.Bytes()]);
        string[] parts = ["DefaultEndpointsProtocol=https", "AccountName=abc1", $"AccountKey={key}", "EndpointSuffix=core.chinacloudapi.cn"];
        var shuffled = parts.Select(part => (Part: part, Place: chance.Below(1000))).OrderBy(each => each.Place).Select(each => each.Part);
        Assert.True(StorageAddress.TryParse(string.Join(chance.Pick(";", "; ", ";;"), shuffled), out var address, out _));
        Assert.Equal(("abc1", "https://abc1.table.core.chinacloudapi.cn/", key), (address!.Account, address.Endpoint.AbsoluteUri, address.Key!.Reveal()));
        Assert.DoesNotContain(key, address.ToString(), StringComparison.Ordinal);
    });
}
