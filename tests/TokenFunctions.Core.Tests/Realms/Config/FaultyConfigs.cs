using TokenFunctions.Core.Tests.Realms.Config.Faults;

namespace TokenFunctions.Core.Tests.Realms.Config;

/// <summary>Configs with one fault each: the config, the pointer, and the message after the pointer.</summary>
public sealed class FaultyConfigs : TheoryData<string, string, string>
{
    public FaultyConfigs()
    {
        FaultRows[] rooms =
        [
            new WholeFaults(), new ModeFaults(), new UrlFaults(), new ArgumentFaults(), new BodyFaults(), new AuthFaults(),
            new GivenFaults(), new VarFaults(), new GenFaults(), new JwtFaults(), new RawVarFaults(), new StepFaults(),
            new PathFaults(), new ResponseFaults(), new ErrorFaults(), new AttachFaults(), new PolicyFaults(),
        ];
        foreach (var row in rooms.SelectMany(room => room)) Add((string)row[0], (string)row[1], (string)row[2]);
    }
}
