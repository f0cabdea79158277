using Azure.Data.Tables;
using TokenFunctions.AzureStorage;

namespace TokenFunctions.Worker.Tables;

/// <summary>Writes properties into the client's entity; the client knows each type's name by the type of the
/// value.</summary>
internal sealed class TableEntityWriting(TableEntity entity) : IPropertyWriter
{
    public void Text(string name, ReadOnlySpan<char> text) => entity[name] = text.ToString();

    public void Number(string name, long number) => entity[name] = number;

    public void Real(string name, double real) => entity[name] = real;

    public void Flag(string name, bool flag) => entity[name] = flag;

    public void Time(string name, DateTimeOffset time) => entity[name] = time;

    public void Bytes(string name, ReadOnlySpan<byte> bytes) => entity[name] = bytes.ToArray();
}
