using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Access;

/// <summary>Whether a caller may ask from where it asks.</summary>
internal static class NetworkRule
{
    /// <summary>Why it may not; null = it may.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="context">Its request; where its address is not known, it is in no network.</param>
    public static Problem? Refuse(Caller caller, HttpContext context)
    {
        if (caller.Networks.Count == 0) return null;
        if (context.SourceAddress() is not { } source) return AccessProblem.UnknownNetwork();
        return caller.Networks.Any(network => network.Contains(source)) ? null : AccessProblem.WrongNetwork();
    }
}
