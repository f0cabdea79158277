using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Fronts;

/// <summary>What the core told with the token; a front has no realms to look into. The mark is a hash of all of
/// it.</summary>
internal sealed class ToldAttach : IAttachRules
{
    private const string Nothing = "attach";
    private const int MarkBytes = 8;
    // As long as the answer with the rule is in memory, which is the same one each time.
    private readonly ConditionalWeakTable<AttachRule, string> marks = [];

    /// <inheritdoc/>
    public ValueTask<Attaching> FindAsync(TokenResult result, CancellationToken cancellationToken)
    {
        var rule = result.Attach;
        return new(new Attaching(rule, rule is null ? Nothing : marks.GetValue(rule, MarkOf)));
    }

    private static string MarkOf(AttachRule rule)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text)) AttachJson.Write(writer, rule);
        return Nothing + Convert.ToHexStringLower(SHA256.HashData(text.WrittenSpan)[..MarkBytes]);
    }
}
