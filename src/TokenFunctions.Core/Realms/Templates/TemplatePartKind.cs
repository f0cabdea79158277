namespace TokenFunctions.Realms.Templates;

/// <summary>What a piece of a template stands for.</summary>
internal enum TemplatePartKind
{
    /// <summary>The text itself.</summary>
    Literal,

    /// <summary>A field of the secret.</summary>
    Field,

    /// <summary>The time of the attempt, Unix seconds.</summary>
    Now,

    /// <summary>The time of the attempt, Unix milliseconds.</summary>
    NowMs,

    /// <summary>One of the realm's <c>vars</c>.</summary>
    Var,

    /// <summary>The token of another realm: one of <c>uses</c>.</summary>
    Use,

    /// <summary>A pushed value: one of <c>inputs</c>.</summary>
    Input,

    /// <summary>A value kept from the last answer: one of <c>state</c>.</summary>
    State,

    /// <summary>A value of an earlier step's answer.</summary>
    Step,

    /// <summary>A value of the main answer; in <c>response.token_template</c> only.</summary>
    Response,
}
