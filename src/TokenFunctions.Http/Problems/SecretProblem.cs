namespace TokenFunctions.Http.Problems;

/// <summary>What can be wrong with a secret as it is sent.</summary>
internal static class SecretProblem
{
    public static Problem NoValue() =>
        new(400, "missing_value", "A secret needs a value: send key_1, a member of fields, or vault_secret.")
        {
            Field = "key_1",
        };

    public static Problem CannotFollow() => new(
        400,
        "invalid_value",
        "'vault_secret' cannot be followed: the app has no Key Vault (set TokenFunctions__VaultUri),"
            + " or the address is not one of its secrets.")
    {
        Field = "vault_secret",
    };

    public static Problem Mask(string field) =>
        new(400, "invalid_value",
            $"'{field}' holds the mask that answers show, not a value; send the value.")
        {
            Field = field,
        };

    public static Problem TooLarge(string field, int max) =>
        new(413, "secret_too_large",
            $"All values together are longer than the {max} characters that a vault holds; '{field}' is the longest.")
        {
            Field = field,
        };
}
