namespace TokenFunctions.Bench.Measuring;

/// <summary>Something to measure.</summary>
/// <param name="Name">What it is, as <c>wecom_gettoken/build</c>.</param>
/// <param name="Work">Does it once, on the calling thread; the result is kept, so that nothing is optimized
/// away.</param>
internal sealed record Case(string Name, Func<object?> Work);
