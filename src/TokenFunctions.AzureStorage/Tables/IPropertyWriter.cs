namespace TokenFunctions.AzureStorage;

/// <summary>Writes the properties of one entity; each has a type that the Table service knows.</summary>
internal interface IPropertyWriter
{
    void Text(string name, ReadOnlySpan<char> text);

    void Number(string name, long number);

    /// <summary>Writes a real that JSON can carry as it is: finite, and not a zero with a sign.</summary>
    void Real(string name, double real);

    void Flag(string name, bool flag);

    void Time(string name, DateTimeOffset time);

    void Bytes(string name, ReadOnlySpan<byte> bytes);
}
