using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Mutations;

/// <summary>Changes a valid request in one to three places.</summary>
internal static class Mutation
{
    // The more often one is here, the more often it is drawn.
    private static readonly Action<Draft, Chance>[] Kinds =
    [
        BodyMutation.Apply, BodyMutation.Apply, BodyMutation.Apply, BodyMutation.Apply, JsonBodyMutation.Apply, JsonBodyMutation.Apply, JsonBodyMutation.Apply,
        JsonBodyMutation.Apply, QueryMutation.Apply, QueryMutation.Apply, QueryMutation.Apply, PathMutation.Apply, PathMutation.Apply, PathMutation.Apply,
        HeaderMutation.Apply, HeaderMutation.Apply, HeaderMutation.Apply, MethodMutation.Apply,
    ];

    private static readonly Action<Draft, Chance>[] Breaking = [FramingMutation.Apply, OddHead.Apply, OddTarget.Apply];

    // What a request line may have, less what is in it beside the target (Kestrel's limit is 8 KiB).
    private const int LongestTarget = 7500;

    // All headers together (Kestrel's limits are 100 and 32 KiB).
    private const int MostHeaders = 90;
    private const int LongestHeaders = 30_000;

    public static void Apply(Draft draft, Chance chance)
    {
        Bare(draft);
        for (var times = 1 + chance.Below(3); times > 0; times--) chance.Pick(Kinds)(draft, chance);
        if (chance.OneIn(4) && draft.Body is not null) ChunkedBody.Apply(draft, chance);
        if (chance.OneIn(12)) Break(draft, chance);
        else if (IsTooMuch(draft)) draft.Framing = Framing.Odd;
        if (draft.Framing != Framing.Sound) Close(draft, chance);
    }

    private static bool IsTooMuch(Draft draft) =>
        draft.Path.Length + draft.Query.Sum(part => part.Length + 1) > LongestTarget
        || draft.Headers.Count > MostHeaders || draft.Headers.Sum(line => line.Length + 2) > LongestHeaders;

    private static void Break(Draft draft, Chance chance)
    {
        draft.Framing = Framing.Odd;
        chance.Pick(Breaking)(draft, chance);
    }

    // A draft shows what no rule takes for confidential, and a line that was changed may have its values anywhere.
    private static void Bare(Draft draft)
    {
        if (draft is { Path: "/api/realm-draft", Text: { } text })
            draft.SetText(text.Replace(Planted.Secret, "shown", StringComparison.Ordinal));
    }

    // So that the end of the answers is seen; of some, what follows on the connection is seen too. The answer to HEAD
    // cannot be told from others by itself.
    private static void Close(Draft draft, Chance chance)
    {
        if (draft.Method == "HEAD") draft.Method = "GET";
        if (!chance.OneIn(20)) draft.Headers.Add("Connection: close");
    }
}
