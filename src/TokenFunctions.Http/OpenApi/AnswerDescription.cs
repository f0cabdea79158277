namespace TokenFunctions.Http.OpenApi;

/// <summary>One answer of a route that serves.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Says">What it means.</param>
internal sealed record AnswerDescription(int Status, string Says)
{
    private static readonly Dictionary<string, string> NoMembers = [];

    /// <summary>The schema of the body among the components, or of each entry of a list; null = there is no
    /// body.</summary>
    public string? Schema { get; init; }

    /// <summary>Whether the body is a list of what <see cref="Schema"/> says.</summary>
    public bool IsList { get; init; }

    /// <summary>Names of schemas by the members that a list's <c>data</c> can have beside the usual ones.</summary>
    public IReadOnlyDictionary<string, string> ListMembers { get; init; } = NoMembers;

    /// <summary>The media type of the body.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>Media types that it can have instead.</summary>
    public IReadOnlyList<string> OtherMediaTypes { get; init; } = [];

    /// <summary>Whether the answer has an ETag.</summary>
    public bool HasETag { get; init; }

    /// <summary>200 with a body.</summary>
    public static AnswerDescription Ok(string schema, string says) => new(200, says) { Schema = schema };

    /// <summary>200 with a page of a list.</summary>
    public static AnswerDescription List(string schema) =>
        new(200, "A page of the list.") { Schema = schema, IsList = true };

    /// <summary>204: it is gone.</summary>
    public static AnswerDescription Gone { get; } = new(204, "It is removed.");

    /// <summary>304: what the sender has is still so.</summary>
    public static AnswerDescription Known { get; } = new(304, "What is known already still holds.") { HasETag = true };
}
