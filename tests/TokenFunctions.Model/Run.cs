using TokenFunctions.Model.Checking;
using TokenFunctions.Storage;

namespace TokenFunctions.Model;

/// <summary>One run of the model: troubles, then calm, then healing, then rest.</summary>
public static class Run
{
    private static readonly TimeSpan Healing = TimeSpan.FromSeconds(90);

    /// <summary>Runs a seed.</summary>
    /// <param name="seed">What orders every step.</param>
    /// <param name="kind">The sort of provider.</param>
    /// <param name="plant">The fault that is put in; null = none.</param>
    /// <param name="trace">Gets a line for each thing that happens; null = nobody reads it.</param>
    public static Outcome Of(int seed, RealmKind kind, Plant? plant = null, Action<string>? trace = null)
    {
        var fault = plant ?? Plant.None;
        var world = new World(new Scenario(seed, kind, fault), fault, trace);
        var machine = world.Machine;
        world.Administrator.SetUp();
        var isWell = machine.RunUntil(machine.Now + TimeSpan.FromSeconds(5))
            && Suffer(world) && new EndWatch(world).CheckQuiet() && Heal(world) && new EndWatch(world).CheckHealed()
            && Rest(world) && new EndWatch(world).CheckSpent();
        return new Outcome(seed, kind, isWell ? null : machine.Broken, machine.Steps, world.Provider.Calls.Count)
        {
            Callers = world.Crowd.Callers.Count,
        };
    }

    private static bool Suffer(World world)
    {
        (world.Weather.IsCalm, world.ProviderWeather.IsCalm) = (false, false);
        world.Crowd.Come();
        world.Troubles.Come();
        if (!world.Machine.RunUntil(world.Machine.Now + world.Scenario.Length)) return false;
        (world.Weather.IsCalm, world.ProviderWeather.IsCalm, world.Machine.IsCalm) = (true, true, true);
        world.Troubles.End();
        world.Crowd.Pause = true;
        // All that was begun ends: operators, leases, late calls and what their holders have to say of them.
        return world.Machine.RunUntil(world.Machine.Now + TimeSpan.FromMinutes(2));
    }

    private static bool Heal(World world)
    {
        // Some failures hold until somebody has done something about them.
        foreach (var key in world.Keys.Where(key => NeedsSomebody(world.Truth.Row(key)))) world.Administrator.Save(key);
        for (var end = world.Machine.Now + Healing; world.Machine.Now < end;)
        {
            foreach (var instance in world.Up)
                foreach (var key in world.Keys)
                    world.Crowd.AskPlainly(instance, key);
            if (!world.Machine.RunUntil(world.Machine.Now + TimeSpan.FromSeconds(10))) return false;
        }

        return true;
    }

    // What a holder that died in its call has left is shown as uncertain before an attempt finds it.
    private static bool NeedsSomebody(TokenState row) => row.Failure is not null || row.SentAt is not null;

    private static bool Rest(World world)
    {
        world.Crowd.Go();
        return world.Machine.RunUntil(world.Machine.Now + TimeSpan.FromHours(1));
    }
}
