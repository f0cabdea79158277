using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TokenFunctions.Http.Access.Keys;

/// <summary>Marks of keys by a random key of this process: a sum of the characters, each times a random number
/// (multilinear hashing; Carter and Wegman, "Universal classes of hash functions", 1979).</summary>
/// <remarks>Whoever does not know the random numbers hits the mark of another key by chance only, once in about 2^100
/// tries, and the time to make one depends on nothing but the length. A mark is no key: it opens nothing in another
/// process, and too little is in it to find the key again, so keys themselves need not be kept. SHA-256, which would
/// do as much and more, costs about ten times as long.</remarks>
internal sealed class KeyMarks
{
    private readonly ulong[] factors;

    /// <summary>Marks under numbers that nobody else has.</summary>
    /// <param name="length">The length of what is marked, in characters.</param>
    public KeyMarks(int length)
    {
        factors = new ulong[2 * (length + 1)];
        RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(factors.AsSpan()));
    }

    /// <summary>The mark of a text of that length.</summary>
    public UInt128 Of(ReadOnlySpan<char> text)
    {
        var (high, low) = (factors[0], factors[1]);
        var at = factors.AsSpan(2, 2 * text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            high += text[i] * at[2 * i];
            low += text[i] * at[(2 * i) + 1];
        }

        return new UInt128(high, low);
    }
}
