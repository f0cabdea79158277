using System.Text.Json;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>A caller as it is sent.</summary>
/// <param name="Caller">The caller, without keys.</param>
/// <param name="WithKey">Whether it is to have an API key from the start; null = it was not said.</param>
/// <param name="ExpiresAt">When that key ends; null = never, or it was not said.</param>
internal sealed record CallerInput(Caller Caller, bool? WithKey, DateTimeOffset? ExpiresAt)
{
    private const int MaxComment = 2000;
    private const int MaxRate = 100_000;

    private static readonly string[] OfCaller =
        ["id", "comment", "allow", "networks", "requests_per_second", "entra"];

    private static readonly string[] Known = [.. OfCaller, "key", Expiry.Field];

    /// <summary>Whether it says something that only a caller which is made by it can have.</summary>
    public bool IsForNewOne => WithKey is true || ExpiresAt is not null;

    /// <summary>A caller without a key, as another deployment has it.</summary>
    public static Reading<Caller> ReadKeyless(JsonElement body)
    {
        var fault = new FirstFault();
        var caller = Read(new Members(body, OfCaller, fault), fault);
        return fault.Problem is { } problem ? problem : caller;
    }

    public static Reading<CallerInput> Read(JsonElement body, DateTimeOffset now)
    {
        var fault = new FirstFault();
        var members = new Members(body, Known, fault);
        var caller = Read(members, fault);
        var withKey = members.Flag("key");
        var expiresAt = Expiry.Read(members, now, fault);
        if (withKey is false && expiresAt is not null)
            fault.Add(InputProblem.InvalidValue(Expiry.Field, "left out where no key is made"));
        return fault.Problem is { } problem ? problem : new CallerInput(caller!, withKey, expiresAt);
    }

    private static Caller? Read(Members members, FirstFault fault)
    {
        var id = members.Name("id");
        var comment = members.TextOrNull("comment", MaxComment);
        var allow = CallerRulesInput.Read(members, fault);
        var networks = NetworksInput.Read(members, fault);
        var rate = members.NumberOrNull("requests_per_second", 1, MaxRate);
        var entra = EntraInput.Read(members, fault);
        if (id is null) fault.Add(InputProblem.Missing("id"));
        if (allow is null) fault.Add(InputProblem.Missing("allow"));
        return fault.Problem is not null ? null : new Caller(id!)
        {
            Comment = comment,
            Allow = allow!,
            Networks = networks,
            RequestsPerSecond = (int?)rate,
            EntraAppId = entra?.AppId,
            EntraRole = entra?.Role,
        };
    }
}
