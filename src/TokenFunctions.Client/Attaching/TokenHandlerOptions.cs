using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Client.Attaching;

/// <summary>STAND-IN, TO BE REPLACED by the branch that writes Attaching/.</summary>
public sealed record TokenHandlerOptions
{
    /// <summary>How the token is put on requests; null = as the answer says.</summary>
    public AttachRule? Attach { get; set; }

    /// <summary>The hosts that it may go to.</summary>
    public IList<string> Hosts { get; set; } = [];

    /// <summary>The clock that the source's times are of; null = this machine's.</summary>
    public StoreClock? Clock { get; set; }
}
