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
}
