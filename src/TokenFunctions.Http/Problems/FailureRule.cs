namespace TokenFunctions.Http.Problems;

/// <summary>How one kind of failure is told over HTTP.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="WhatToDo">One sentence for the person who has to mend it.</param>
/// <param name="Field">The parameter at fault; null = none.</param>
internal sealed record FailureRule(int Status, string WhatToDo, string? Field = null);
