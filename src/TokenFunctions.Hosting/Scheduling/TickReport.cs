using System.Text.Json;

namespace TokenFunctions.Hosting.Scheduling;

/// <summary>What a tick of the timer function did.</summary>
/// <param name="Line">In words, for a log.</param>
/// <param name="WriteMembers">Writes its figures as members of a JSON object.</param>
public sealed record TickReport(string Line, Action<Utf8JsonWriter> WriteMembers);
