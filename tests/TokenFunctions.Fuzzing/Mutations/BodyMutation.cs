using System.Text;
using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Mutations;

/// <summary>Bytes of a body that are cut off, damaged, of another encoding, or far too many.</summary>
internal static class BodyMutation
{
    private static readonly string[] Others =
    [
        "", " ", "{}", "[]", "null", "true", "0", "\"\"", "{", "}", "{\"a\":1}{\"b\":2}", "{} x", "{\"a\":1,}", "{'a':1}", "{\"a\":01}", "{\"a\":1e400}", "{\"a\":NaN}", "{\"\\ud800\":1}", "{\"a\":\"\\udc00\"}", "{\"a\":\"\\u0000\"}",
        "{\"realm\":\"live-plain\",\"key\":\"k0\",\"invalid\":123456789012345678901234567890}", "{/**/}", "\u0000", "realm=live-plain&key=k0", "<a/>", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--",
    ];

    public static void Apply(Draft draft, Chance chance)
    {
        if (draft.Body is not { } body)
        {
            if (chance.OneIn(4)) draft.Body = Encoding.UTF8.GetBytes(chance.Pick(Others));
            return;
        }

        draft.Body = chance.Below(9) switch
        {
            0 => body[..chance.Below(body.Length + 1)],
            1 => Insert(body, chance, chance.Bytes()),
            2 => Insert(body, chance, Encoding.UTF8.GetBytes(string.Concat(chance.Text().EnumerateRunes()))),
            3 => [.. Encoding.UTF8.Preamble, .. body],
            4 => chance.Pick(Encoding.Unicode.GetBytes(draft.Text!), Encoding.Latin1.GetBytes(draft.Text!), [0x1f, 0x8b, 8, 0, .. body], [.. body, 0]),
            5 => Nested(body, 1 + chance.Below(chance.Pick(8, 40, 3000))),
            6 => Large(body, chance),
            7 => Encoding.UTF8.GetBytes(chance.Pick(Others)),
            _ => Damaged(body, chance),
        };
    }

    private static byte[] Insert(byte[] body, Chance chance, byte[] more)
    {
        var at = chance.Below(body.Length + 1);
        return [.. body.AsSpan(0, at), .. more, .. body.AsSpan(at)];
    }

    private static byte[] Damaged(byte[] body, Chance chance)
    {
        if (body.Length == 0) return body;
        byte[] damaged = [.. body];
        for (var times = 1 + chance.Below(3); times > 0; times--) damaged[chance.Below(damaged.Length)] = (byte)chance.Below(256);
        return damaged;
    }

    private static byte[] Nested(byte[] body, int depth) =>
    [
        .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", depth))), .. body,
        .. Encoding.ASCII.GetBytes(new string('}', depth)),
    ];

    // Seldom, since it takes most of the time: to the limits of a value and of a body, and beyond.
    private static byte[] Large(byte[] body, Chance chance)
    {
        var length = chance.OneIn(6) ? chance.Pick(25_000, 33_000, 262_144, 262_145, 300_000) : chance.Below(3000);
        return chance.OneIn(2)
            ? [.. body, .. Encoding.ASCII.GetBytes(new string(' ', length))]
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(Planted.Secret, Planted.Secret + new string('l', length), StringComparison.Ordinal));
    }
}
