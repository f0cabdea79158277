using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Turns a request into an answer; writes nothing itself.</summary>
internal delegate Task<Answer> Handler(HttpContext context);
