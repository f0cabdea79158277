namespace TokenFunctions.Host.Apply.Remote;

/// <summary>What was read of the service, or why it could not be; one of them is null.</summary>
internal sealed record RemoteReading(RemoteState? State, string? Refusal);
