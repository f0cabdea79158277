using System.Runtime.InteropServices;
using System.Text.Json;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Http.Transfer;

/// <summary>Reads an import and finds all that is wrong with it by itself, whatever is stored.</summary>
internal sealed class ImportReader(RealmCompile compile, IVault vault)
{
    private const int MaxItems = 20_000;
    private const int MaxText = 128;
    private static readonly string[] OfProduct = ["name", "version"];

    /// <summary>What it holds.</summary>
    /// <param name="body">The body.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public ImportContent Read(JsonElement body, ImportFaults faults)
    {
        var fault = new FirstFault();
        var members = new Members(body, TransferForm.Members, fault);
        ReadHead(members, fault);
        var realms = members.List("realms", MaxItems) ?? [];
        var secrets = members.List("secrets", MaxItems) ?? [];
        var callers = members.List("callers", MaxItems) ?? [];
        if (fault.Problem is { } problem) faults.Add("", problem);
        var content = new ImportContent(
            ReadAll("/realms", realms, (item, pointer) => ReadRealm(item, pointer, faults), faults),
            ReadAll("/secrets", secrets, (item, at) => new ImportedSecretReader(vault, faults).Read(item, at), faults),
            ReadAll("/callers", callers, (item, pointer) => ReadCaller(item, pointer, faults), faults));
        ImportDoubles.Find(content, faults);
        return content;
    }

    private static void ReadHead(Members members, FirstFault fault)
    {
        var format = members.Number("format", TransferForm.Version, TransferForm.Version);
        if (format is null) fault.Add(InputProblem.Missing("format"));
        members.Text("exported_at", MaxText);
        if (members.Object("product") is not { } product) return;
        var written = new Members(product, OfProduct, fault, "product.");
        written.Text("name", MaxText);
        written.Text("version", MaxText);
    }

    private static List<T> ReadAll<T>(
        string pointer, IReadOnlyList<JsonElement> items, Func<JsonElement, string, T?> read, ImportFaults faults)
        where T : class
    {
        var all = new List<T>();
        for (var i = 0; i < items.Count; i++)
        {
            var at = JsonPointer.Of(pointer, i);
            if (items[i].ValueKind != JsonValueKind.Object) faults.Add(at, "Must be an object.");
            else if (IsTooLarge(items[i])) faults.Add(at, $"Must have at most {BodyLimits.Standard.MaxBytes} bytes.");
            else if (read(items[i], at) is { } item) all.Add(item);
        }

        return all;
    }

    // What its own route would never take could not be sent again one by one, and perhaps no store holds it.
    private static bool IsTooLarge(JsonElement item) =>
        JsonMarshal.GetRawUtf8Value(item).Length > BodyLimits.Standard.MaxBytes;

    private ImportedRealm? ReadRealm(JsonElement item, string pointer, ImportFaults faults)
    {
        var input = RealmInput.Read(item);
        if (input.HasFailed)
        {
            faults.Add(pointer, input.Problem);
            return null;
        }

        var compilation = compile(input.Value!);
        if (compilation.IsValid) return new ImportedRealm(pointer, input.Value!, compilation.Plan);
        faults.Add(pointer, compilation.Errors);
        return null;
    }

    private static ImportedCaller? ReadCaller(JsonElement item, string pointer, ImportFaults faults)
    {
        var input = CallerInput.ReadKeyless(item);
        if (!input.HasFailed) return new ImportedCaller(pointer, input.Value!);
        faults.Add(pointer, input.Problem);
        return null;
    }
}
