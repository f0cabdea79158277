using System.Text.Json;

namespace TokenFunctions.Host.Apply.Remote;

/// <summary>An answer of the service, or that there was none.</summary>
/// <param name="Status">The HTTP status; 0 = the service did not answer, and <paramref name="Reason"/> says
/// why.</param>
/// <param name="Body">The JSON that came with it; undefined = there was none.</param>
/// <param name="Reason">The status in words, or why there was no answer.</param>
internal sealed record ServiceAnswer(int Status, JsonElement Body, string Reason)
{
    /// <summary>Whether the service did what was asked.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether there was no answer; whether a change took effect is not known then.</summary>
    public bool IsSilence => Status == 0;

    /// <summary>The problem's stable name (RFC 9457 extension <c>code</c>); null = there is none.</summary>
    public string? Code => Body.Text("code");
}
