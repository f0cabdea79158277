using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>Cases of a test that needs Chromium and axe-core, which npm installs; skipped with the reason where either is
/// missing, except under <c>CI=true</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AxeTheoryAttribute : TheoryAttribute
{
    public AxeTheoryAttribute() => Skip = Chromium.SkipReason ?? Node.SkipReason;
}
