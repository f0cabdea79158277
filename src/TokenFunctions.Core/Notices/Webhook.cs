namespace TokenFunctions.Notices;

/// <summary>Where notices go.</summary>
/// <param name="Address">The receiver's address; as some receivers put a credential into its path, it is not
/// shown.</param>
/// <param name="Key">What notices are signed with.</param>
public sealed record Webhook(Uri Address, WebhookKey Key)
{
    /// <summary>The host alone.</summary>
    public override string ToString() => Address.Host;
}
