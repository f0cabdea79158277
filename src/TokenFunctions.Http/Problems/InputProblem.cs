using System.Globalization;
using TokenFunctions.Http.Input;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Problems;

/// <summary>What can be wrong with a request. Names of members are shown, values never.</summary>
internal static class InputProblem
{
    private const int MaxShown = 64;

    public static Problem InvalidValue(string field, string rule) =>
        Bad("invalid_value", $"'{Show(field)}' must be {rule}.", field);

    public static Problem InvalidName(string field) =>
        Bad("invalid_name", $"'{Show(field)}' must be {NameRule.InWords}.", field);

    public static Problem Missing(string field) =>
        Bad("missing_value", $"'{Show(field)}' is required; send it.", field);

    public static Problem UnknownMember(string name, IReadOnlyCollection<string> known) => Bad(
        "unknown_member",
        known.Count == 0
            ? $"There is no member '{Show(name)}': this route has none. Nothing was changed."
            : $"There is no member '{Show(name)}'; known are {string.Join(", ", known)}. Nothing was changed.",
        name);

    public static Problem UnknownParameter(string name, IReadOnlyCollection<string> known) => Bad(
        "unknown_parameter",
        known.Count == 0
            ? $"There is no query parameter '{Show(name)}': this route has none."
            : $"There is no query parameter '{Show(name)}'; known are {string.Join(", ", known)}.",
        name);

    public static Problem RepeatedParameter(string name) =>
        Bad("repeated_parameter", $"The query parameter '{Show(name)}' is given more than once; send it once.", name);

    public static Problem QueryTooLong(int max) =>
        new(414, "query_too_long", $"The query is longer than {max} characters; send what is long in the body.");

    public static Problem TooManyParameters(int max) =>
        new(400, "too_many_parameters", $"There are more than {max} query parameters; no route has so many.");

    public static Problem Conflict(string field) =>
        Bad("conflicting_values",
            $"'{Show(field)}' has one value in the query and another in the body; send it in one place.", field);

    public static Problem DuplicateMember(string name) =>
        Bad("duplicate_member",
            $"The member '{Show(name)}' is there more than once in one object; send it once.", name);

    public static Problem InvalidJson(string what) => new(400, "invalid_json", $"The body is not usable JSON: {what}.");

    public static Problem InvalidJson(long? line, long? column) => InvalidJson(string.Create(
        CultureInfo.InvariantCulture, $"the fault is in line {(line ?? 0) + 1}, at byte {(column ?? 0) + 1} of it"));

    public static Problem BodyRequired() =>
        new(400, "body_required", "This route needs a body: a JSON object as application/json.");

    public static Problem UnexpectedBody() =>
        new(400, "unexpected_body", "This route takes no body; send the request without one.");

    public static Problem BodyTooLarge(int max = BodyReader.MaxBytes) =>
        new(413, "body_too_large", $"The body is longer than {max / 1024} KiB; nothing was changed.");

    public static Problem UnreadableBody() => new(
        400, "bad_request", "The body could not be read: its length or its chunks are not as announced.");

    public static Problem UnsupportedMedia(string what) =>
        new(415, "unsupported_media_type", $"{what} Send the body as application/json in UTF-8.");

    /// <summary>A name as a sender wrote it, made short and printable.</summary>
    public static string Show(string name)
    {
        var clean = string.Concat(name.Take(MaxShown).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
        return name.Length > MaxShown ? clean + "…" : clean;
    }

    private static Problem Bad(string code, string detail, string field) =>
        new(400, code, detail) { Field = Show(field) };
}
