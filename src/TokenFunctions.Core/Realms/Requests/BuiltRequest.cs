using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Requests;

/// <summary>A request that is ready to send, or why there is none.</summary>
/// <param name="Message">The request; null when the values make none.</param>
/// <param name="Fault">One sentence, without any value, on what the values do wrong.</param>
internal sealed record BuiltRequest(HttpRequestMessage? Message, string? Fault)
{
    /// <summary>What authorizes the request, so that it can be masked should the provider echo it; null =
    /// nothing.</summary>
    public string? Credentials { get; init; }

    /// <summary>The class of the fault.</summary>
    public FailureKind FaultKind { get; init; } = FailureKind.SecretIncomplete;

    /// <summary>Whether there is a request.</summary>
    [MemberNotNullWhen(true, nameof(Message))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsReady => Message is not null;

    /// <summary>No request.</summary>
    public static BuiltRequest Refused(string fault, FailureKind kind = FailureKind.SecretIncomplete) =>
        new(null, fault) { FaultKind = kind };

    /// <summary>The name and whether there is a request; a record's own text would print the URL.</summary>
    public override string ToString() => $"{nameof(BuiltRequest)} {IsReady}";
}
