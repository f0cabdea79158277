using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Testing.Accounts;

/// <summary>Shared access signatures of the development account (learn.microsoft.com, "Create an account SAS").</summary>
public static class AccountSignature
{
    private const string Version = "2019-02-02";

    public static string Until(DateTimeOffset end)
    {
        var expiry = end.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var signed = $"{DevelopmentAccount.Name}\nrwdlacu\nt\nsco\n\n{expiry}\n\nhttps,http\n{Version}\n";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(DevelopmentAccount.Key), Encoding.UTF8.GetBytes(signed));
        return $"sv={Version}&ss=t&srt=sco&sp=rwdlacu&se={Uri.EscapeDataString(expiry)}&spr=https,http&sig={Uri.EscapeDataString(Convert.ToBase64String(signature))}";
    }
}
