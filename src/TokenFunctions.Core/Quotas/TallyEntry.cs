using System.Runtime.InteropServices;

namespace TokenFunctions.Quotas;

/// <summary>Some calls of a <see cref="Tally"/>.</summary>
/// <param name="End">A time at or after all of them, Unix time in ms: they count until a window after it.</param>
/// <param name="Count">How many; at least 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TallyEntry(long End, long Count);
