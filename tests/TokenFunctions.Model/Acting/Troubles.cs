using TokenFunctions.Model.Stepping;

namespace TokenFunctions.Model.Acting;

/// <summary>What goes wrong beside single requests: instances die or stand still, store and provider are down, an
/// operator works.</summary>
public sealed class Troubles(World world, Chance chance)
{
    private readonly double temptation = chance.Pick(0, 0.02, 0.15, 0.4);
    private readonly double every = chance.Pick(5, 20, 60);
    private bool isOver;

    /// <summary>Lets troubles come.</summary>
    public void Come() => world.Machine.After(chance.Seconds(0, every * 2), null, "trouble", () =>
    {
        if (isOver) return;
        One();
        Come();
    });

    /// <summary>Ends them: what died starts again.</summary>
    public void End()
    {
        isOver = true;
        for (var n = world.Up.Count; n < world.Scenario.Instances; n++) world.Start($"e{n}");
    }

    /// <summary>A call begins: a death or a freeze hurts most now.</summary>
    /// <param name="instance">Whose call.</param>
    /// <param name="isSlow">Whether it is a slow one: its answer comes late to one who stood still meanwhile.</param>
    public void Tempt(Instance instance, bool isSlow)
    {
        ArgumentNullException.ThrowIfNull(instance);
        if (isOver || !chance.Of(isSlow ? temptation * 2 : temptation)) return;
        world.Machine.After(chance.MostlyShort(0, isSlow ? 2 : 10), null, "trouble in a call", () =>
        {
            if (chance.Of(0.4)) Kill(instance);
            else Freeze(instance, chance.Seconds(2, 60));
        });
    }

    private void One()
    {
        var key = chance.Pick([.. world.Keys]);
        switch (chance.Below(7))
        {
            case 0 when world.Up.Count > 0:
                Kill(chance.Pick(world.Up));
                break;
            case 1 or 2 when world.Up.Count > 0:
                Freeze(chance.Pick(world.Up), chance.MostlyShort(0.1, 40));
                break;
            case 3:
                world.Weather.GoDown(chance.MostlyShort(0.2, 25));
                break;
            case 4:
                world.ProviderWeather.GoDown(chance.MostlyShort(0.5, 40));
                break;
            case 5 when world.Administrator.AccountOf(key) is not null:
                world.Administrator.Save(key);
                break;
            case 6 when world.Administrator.AccountOf(key) is not null && chance.Of(0.5):
                world.Administrator.Replace(key);
                break;
        }
    }

    private void Kill(Instance instance)
    {
        if (isOver || !instance.IsUp) return;
        world.Machine.Tell(instance.Owner, "dies");
        instance.Owner.IsDead = true;
        var name = instance.Owner.Name + "'";
        world.Machine.After(chance.MostlyShort(0, 30), null, "restart", () =>
        {
            if (!isOver) world.Start(name);
        });
    }

    private void Freeze(Instance instance, TimeSpan time)
    {
        if (isOver || !instance.IsUp) return;
        world.Machine.Tell(instance.Owner, $"stands still for {time.TotalSeconds:F1} s");
        instance.Owner.Freeze(world.Machine.Now, time);
    }
}
