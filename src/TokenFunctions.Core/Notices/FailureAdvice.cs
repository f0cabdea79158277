namespace TokenFunctions.Notices;

/// <summary>How a kind of failure is told to people.</summary>
/// <param name="Code">Its stable name.</param>
/// <param name="WhatToDo">One sentence for the person who has to mend it.</param>
public sealed record FailureAdvice(string Code, string WhatToDo);
