using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>Which Entra identity a caller is, as it is sent.</summary>
/// <param name="AppId">The application's client id, in lower case; null = none.</param>
/// <param name="Role">The value of an app role; null = none.</param>
internal sealed record EntraInput(string? AppId, string? Role)
{
    private const string Field = "entra";
    private const int MaxAppId = 36;
    // Entra's own limit for the value of an app role.
    private const int MaxRole = 120;
    private static readonly string[] Known = ["app_id", "role"];

    /// <summary>The identity; null = absent, null itself, or at fault.</summary>
    public static EntraInput? Read(Members members, FirstFault fault)
    {
        if (members.ObjectOrNull(Field) is not { } entra) return null;
        var parts = new Members(entra, Known, fault, Field + ".");
        var app = parts.TextOrNull("app_id", MaxAppId);
        var role = parts.TextOrNull("role", MaxRole);
        if (app is null && role is null) fault.Add(InputProblem.Missing($"{Field}.app_id"));
        var id = Guid.TryParseExact(app, "D", out var guid) ? guid.ToString("D") : null;
        if (app is not null && id is null)
            fault.Add(InputProblem.InvalidValue($"{Field}.app_id", "an application's client id, a GUID with hyphens"));
        if (role is not null && !EntraIndex.CanHold(role))
            fault.Add(InputProblem.InvalidValue(
                $"{Field}.role", "the value of an app role: printable ASCII without spaces, / \\ # ? and '"));
        return new EntraInput(id, role);
    }
}
