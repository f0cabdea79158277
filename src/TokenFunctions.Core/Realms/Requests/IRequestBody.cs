using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>What a request carries.</summary>
internal interface IRequestBody
{
    /// <summary>The secret fields that it reads.</summary>
    IEnumerable<string> Fields { get; }

    /// <summary>The body for one attempt, with its media type.</summary>
    HttpContent Fill(AttemptScope scope);
}
