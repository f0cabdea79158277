using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access.Limits;
using TokenFunctions.Http.Callers;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Access.Keys;

/// <summary>Finds out whose key a request brings.</summary>
internal sealed class KeyLogin(
    AccessRules rules, KnownCallers callers, VerifiedKeys verified, WrongKeys wrongKeys, KeyUses uses, StoreClock clock)
{
    private readonly AdminKeyCheck? adminKey = rules.AdminKey is { } key ? new AdminKeyCheck(key) : null;

    /// <summary>Whether the text is the admin key, or looks like a caller's key: nobody else gives out such
    /// ones.</summary>
    public bool IsOurs(ReadOnlySpan<char> text) =>
        !text.IsEmpty
        && (text.StartsWith(ApiKey.Prefix, StringComparison.Ordinal) || adminKey?.Matches(text) is true);

    /// <summary>Whose key it is, or why it opens nothing. A wrong one is never taken for none.</summary>
    public ValueTask<Finding> FindAsync(HttpContext context, ReadOnlySpan<char> text) =>
        verified.Find(text) is { } known ? new(Admit(context, known)) : CompareAsync(context, text.ToString());

    private async ValueTask<Finding> CompareAsync(HttpContext context, string text)
    {
        if (adminKey?.Matches(text) is true) return Requester.Operator;
        var source = context.SourceAddress();
        var form = ApiKey.Parse(text, out var key);
        if (key is not null)
        {
            var isSuspect = wrongKeys.AreTooMany(source);
            var caller = await callers.FindAsync(key.CallerId, isSuspect, context.RequestAborted);
            if (caller?.Keys.FirstOrDefault(key.Is) is { } stored)
                return Admit(context, verified.Keep(caller, stored, text));
        }

        if (wrongKeys.Count(source) is { } wait) return AccessProblem.TooManyWrongKeys(clock.Now + wait);
        return form == ApiKeyForm.Damaged ? AccessProblem.DamagedKey() : AccessProblem.Unauthorized();
    }

    // A key that has ended was right once: its holder is told so, and is nobody who guesses.
    private Finding Admit(HttpContext context, VerifiedKey sent)
    {
        if (sent.Key.ExpiresAt is { } end && end <= clock.Now) return AccessProblem.ExpiredKey();
        if (NetworkRule.Refuse(sent.Caller, context) is { } refused) return refused;
        if (sent.IsFirstUse()) uses.Note(sent.Caller.Id, sent.Key.Id);
        return sent.Who;
    }
}
