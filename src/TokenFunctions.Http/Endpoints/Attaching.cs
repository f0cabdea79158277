using System.Runtime.InteropServices;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Endpoints;

/// <summary>How a token is put on a request.</summary>
/// <param name="Rule">What the realm says; null = nothing that is known.</param>
/// <param name="Mark">What changes with it, as a part of an ETag.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Attaching(AttachRule? Rule, string Mark);
