using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>What a request carries.</summary>
internal interface IRequestBody
{
    /// <summary>Its <c>Content-Type</c>, unless a header argument says otherwise.</summary>
    string MediaType { get; }

    /// <summary>The texts and expressions that it is made of, beside the arguments.</summary>
    IEnumerable<TemplatePart> Parts { get; }

    /// <summary>The body for one attempt.</summary>
    BodyBytes Fill(AttemptScope scope, GivenArguments given);
}
