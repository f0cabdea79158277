namespace TokenFunctions.AzureStorage.Tests.Tables;

/// <summary>Keeps the properties that are written, as some client's entity does.</summary>
internal sealed class WrittenProperties : IPropertyWriter
{
    public Dictionary<string, object> Values { get; } = [];

    public void Text(string name, ReadOnlySpan<char> text) => Values.Add(name, text.ToString());

    public void Number(string name, long number) => Values.Add(name, number);

    public void Real(string name, double real) => Values.Add(name, real);

    public void Flag(string name, bool flag) => Values.Add(name, flag);

    public void Time(string name, DateTimeOffset time) => Values.Add(name, time);

    public void Bytes(string name, ReadOnlySpan<byte> bytes) => Values.Add(name, bytes.ToArray());
}
