namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>Cases of a test that needs Chromium; skipped with the reason where it is missing, except under <c>CI=true</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.SkipReason;
}
