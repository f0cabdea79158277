using System.Reflection;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage.Faults;

/// <summary>Runs all checks of the contract against one store and tells which failed.</summary>
internal sealed class ContractRun(ITables tables) : TableContract
{
    public static IReadOnlyList<MethodInfo> Checks { get; } =
        [.. typeof(TableContract).GetMethods().Where(m => m.GetCustomAttribute<ContractFactAttribute>() is not null)];

    public static async Task<List<string>> FailingAsync(Func<ITable, ITable> plant)
    {
        var failing = new List<string>();
        foreach (var check in Checks)
            if (!await PassesAsync(check, new FaultyTables(plant))) failing.Add(check.Name);
        return failing;
    }

    protected override Task<ITables> OpenAsync() => Task.FromResult(tables);

    private static async Task<bool> PassesAsync(MethodInfo check, ITables tables)
    {
        try
        {
            await (Task)check.Invoke(new ContractRun(tables), null)!;
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return false;
        }
    }
}
