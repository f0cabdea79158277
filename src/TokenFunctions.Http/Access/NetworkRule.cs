using System.Net;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Access;

/// <summary>Whether a caller may ask from where it asks.</summary>
internal static class NetworkRule
{
    /// <summary>Why it may not; null = it may.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="source">The address; null = not known, which is in no network.</param>
    public static Problem? Refuse(Caller caller, IPAddress? source)
    {
        if (caller.Networks.Count == 0) return null;
        if (source is null) return AccessProblem.UnknownNetwork();
        return caller.Networks.Any(network => network.Contains(source)) ? null : AccessProblem.WrongNetwork();
    }
}
