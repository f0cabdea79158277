using System.Text;

namespace TokenFunctions.Diagnostics;

/// <summary>An exception as it may stand in a log: kinds and places, and the messages of our own exceptions. The
/// message of a foreign one might quote a body, an address or a credential.</summary>
public static class FaultText
{
    /// <summary>The exception and its causes, outermost first.</summary>
    public static string Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var text = new StringBuilder();
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            text.Append(fault.GetType().FullName);
            if (IsOurs(fault)) text.Append(": ").Append(fault.Message);
            text.AppendLine().AppendLine(fault.StackTrace);
        }

        return text.ToString();
    }

    private static bool IsOurs(Exception fault) =>
        fault.GetType().Namespace?.StartsWith(nameof(TokenFunctions), StringComparison.Ordinal) == true;
}
