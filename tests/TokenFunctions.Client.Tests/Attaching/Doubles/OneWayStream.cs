namespace TokenFunctions.Client.Tests.Attaching.Doubles;

/// <summary>A stream that can be read once.</summary>
internal sealed class OneWayStream(string text) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
{
    public override bool CanSeek => false;
}
