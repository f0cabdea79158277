using System.Text.Json.Nodes;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Drafting.Answers;

/// <summary>How a drafted realm reads the provider's answers.</summary>
internal sealed class AnswerDraft
{
    private const int AssumedLife = 3600;

    // Where the errors of an answer are looked for without being told; see `errors` in the realm schema.
    private static readonly string[] UsualCodes = ["error", "errcode", "code", "error_code"];
    private static readonly string[] UsualMessages = ["error_description", "errmsg", "msg", "message", "error_msg"];
    private static readonly string[] Messages =
    [
        "errordescription", "errmsg", "errormsg", "errormessage", "msg", "message", "description", "desc", "resultmsg",
    ];
    private static readonly string[] Extras =
        ["instanceurl", "apiurl", "apidomain", "apiserver", "resourceserverbaseurl"];

    private readonly AnswerSample? sample;
    private readonly AnswerLeaf? token;
    private readonly ExpiryGuess expiry;
    private readonly SuccessGuess? success;

    /// <summary>Takes a sample; null = there is none, and the answer of RFC 6749 §5.1 is assumed.</summary>
    public AnswerDraft(AnswerSample? sample)
    {
        this.sample = sample;
        var leaves = sample?.Leaves ?? [];
        token = sample?.Format == BodyFormat.Text ? new("", "token", sample.Text, true) : TokenGuess.Find(leaves);
        success = SuccessGuess.Find(leaves, token is not null);
        expiry = token is null
            ? new(ExpiryKind.Duration, "expires_in", "s")
            : ExpiryGuess.Find(leaves, token);
    }

    /// <summary>Writes <c>token_path</c>, <c>expires_in_path</c> and <c>response</c>.</summary>
    public void WriteResponse(JsonObject config, DraftNotes notes)
    {
        new AnswerNotes(notes).Add(sample is not null, token, expiry, success?.IsRefusal ?? false);
        config["token_path"] = token?.Path ?? "access_token";
        if (expiry.Kind == ExpiryKind.Duration) config["expires_in_path"] = expiry.Path;
        var response = new JsonObject();
        if (sample is { Format: not BodyFormat.Json })
            response["format"] = sample.Format.ToString().ToLowerInvariant();
        if (success is not null) response["success"] = new JsonArray(success.Write());
        WriteExpiry(response);
        var extra = (sample?.Leaves ?? []).Where(leaf => Extras.Contains(leaf.Name, StringComparer.Ordinal)).Take(1)
            .Select(leaf => KeyValuePair.Create(leaf.Path[leaf.Parent.Length..], (JsonNode?)leaf.Path)).ToList();
        if (extra.Count > 0) response["extra"] = new JsonObject(extra);
        if (response.Count > 0) config["response"] = response;
    }

    /// <summary>Writes the paths of <c>errors</c> where they are other than the usual ones.</summary>
    public void WriteErrorPaths(JsonObject errors)
    {
        if (success is not { IsCode: true } found) return;
        var code = found.Marker;
        if (!UsualCodes.Contains(code.Path, StringComparer.Ordinal)) errors["code_path"] = code.Path;
        var message = sample!.Leaves.Where(leaf => leaf.Parent == code.Parent)
            .FirstOrDefault(leaf => Messages.Contains(leaf.Name, StringComparer.Ordinal));
        if (message is not null && !UsualMessages.Contains(message.Path, StringComparer.Ordinal))
            errors["message_path"] = message.Path;
    }

    private void WriteExpiry(JsonObject response)
    {
        switch (expiry.Kind)
        {
            case ExpiryKind.Duration when expiry.Form != "s":
                response["expires_in_unit"] = expiry.Form;
                break;
            case ExpiryKind.Moment:
                response["expires_at_path"] = expiry.Path;
                response["expires_at_format"] = expiry.Form;
                break;
            case ExpiryKind.InJwt:
                response["expires_from_jwt"] = true;
                break;
            case ExpiryKind.Absent:
                response["default_ttl_sec"] = AssumedLife;
                break;
        }
    }
}
