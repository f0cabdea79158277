namespace TokenFunctions.Realms.Drafting.Answers;

/// <summary>How a sample answer is written: <c>response.format</c>.</summary>
internal enum AnswerFormat
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary>XML.</summary>
    Xml,

    /// <summary>One text.</summary>
    Text,
}
