namespace TokenFunctions.App.Tests.Functions.Wire;

/// <summary>A body whose length nobody knows before its end.</summary>
internal sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}
