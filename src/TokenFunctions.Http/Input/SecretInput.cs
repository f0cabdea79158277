using System.Text.Json;
using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Input;

/// <summary>Reads a secret as it is sent.</summary>
internal sealed class SecretInput(IVault vault, StoreClock clock)
{
    internal const int MaxAddress = 2048;
    private static readonly string[] Known =
        ["realm", "key", .. SecretFieldRule.Numbered, "fields", "keep_warm", "expires_at", "vault_secret"];

    public Reading<SecretDraft> Read(JsonElement body)
    {
        var fault = new FirstFault();
        var members = new Members(body, Known, fault);
        var realm = members.Name("realm");
        var key = members.Name("key");
        var fields = new SecretValues(body, fault).Read(members.Object("fields"));
        var keepWarm = members.Flag("keep_warm");
        var expiresAt = Expiry.Read(members, clock.Now, fault);
        var address = Address(vault, members.TextOrNull("vault_secret", MaxAddress), fault);
        if (realm is null) fault.Add(InputProblem.Missing("realm"));
        if (key is null) fault.Add(InputProblem.Missing("key"));
        if (fields.Count == 0 && address is null) fault.Add(SecretProblem.NoValue());
        if (fault.Problem is { } problem) return problem;
        return new SecretDraft(new TokenKey(realm!, key!), fields)
        {
            KeepWarm = keepWarm ?? false,
            ExpiresAt = expiresAt,
            VaultSecret = address,
        };
    }

    /// <summary>The address of an existing secret that the vault can follow; null = absent or at fault.</summary>
    public static Uri? Address(IVault vault, string? text, FirstFault fault)
    {
        if (text is null) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            fault.Add(InputProblem.InvalidValue("vault_secret", "the https address of a Key Vault secret"));
        else if (!vault.CanFollow(address)) fault.Add(SecretProblem.CannotFollow());
        else return address;
        return null;
    }
}
