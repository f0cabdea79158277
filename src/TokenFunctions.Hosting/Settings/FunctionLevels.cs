using System.Text.Json;
using TokenFunctions.Http;
using TokenFunctions.Http.Access;

namespace TokenFunctions.Hosting.Settings;

/// <summary>What the Functions host asks for before it passes a request on: a key of its own is checked only for the
/// functions whose <c>function.json</c> says so.</summary>
public static class FunctionLevels
{
    // The host reads these files more leniently than the standard.
    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly HashSet<string> OpenRoutes =
    [
        .. RouteTable.All.Where(route => route.Need.Scope == Scope.Nothing).Select(route => route.Template),
    ];

    /// <summary>Where the functions of an app are described: by the Functions host's rules in its working directory,
    /// beside the executable.</summary>
    public static string[] FoldersOf(IHostEnvironment environment) =>
        [environment.ContentRootPath, Directory.GetCurrentDirectory(), AppContext.BaseDirectory];

    /// <summary>Why these settings may not trust the Functions host's keys, a sentence for each function.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="folders">The folders that hold a folder for each function; the same one may be there twice.</param>
    public static IEnumerable<string> Check(ServiceSettings settings, IEnumerable<string> folders) =>
        settings is { TrustFunctionKeys: true, UnderFunctions: true }
            ? folders.SelectMany(Check).Distinct(StringComparer.Ordinal)
            : [];

    private static List<string> Check(string folder)
    {
        try
        {
            return
            [
                .. from function in Directory.EnumerateDirectories(folder)
                   let file = Path.Combine(function, "function.json")
                   where File.Exists(file)
                   let fault = Check(file, $"{Path.GetFileName(function)}/function.json")
                   where fault is not null
                   select fault,
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Unread(folder)];
        }
    }

    private static string? Check(string file, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file), Lenient);
            return json.RootElement.GetProperty("bindings").EnumerateArray().Any(IsOpen)
                ? $"TokenFunctions__TrustFunctionKeys=true cannot hold: {name} has authLevel anonymous, so nothing"
                    + " checks function keys there; publish with -p:AuthLevel=function,"
                    + " or set TokenFunctions__AdminKey instead"
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Unread(name);
        }
    }

    private static string Unread(string name) =>
        $"TokenFunctions__TrustFunctionKeys=true cannot hold: {name} cannot be read, so nobody knows whether function"
        + " keys are checked";

    // Of a member that is there twice any may count, and by the host's rules its case does not.
    private static bool IsOpen(JsonElement binding) =>
        Texts(binding, "authLevel").Contains("anonymous", StringComparer.OrdinalIgnoreCase)
        && (Texts(binding, "route") is not [var route] || !OpenRoutes.Contains($"/api/{route}"));

    private static List<string> Texts(JsonElement binding, string name) => binding.ValueKind != JsonValueKind.Object
        ? []
        :
        [
            .. from member in binding.EnumerateObject()
               where string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)
               where member.Value.ValueKind == JsonValueKind.String
               select member.Value.GetString(),
        ];
}
