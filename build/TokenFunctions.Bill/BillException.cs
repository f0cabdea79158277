namespace TokenFunctions.Bill;

/// <summary>Something about a package has to be looked at by a person before it may be shipped.</summary>
internal sealed class BillException(string message) : Exception(message);
