namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>A test that needs Chromium; skipped with the reason where it is missing, except under <c>CI=true</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.SkipReason;
}
