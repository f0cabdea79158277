namespace TokenFunctions.Http.Tests;

/// <summary>Requests that each break another rule.</summary>
internal static class WrongRequests
{
    public static readonly IReadOnlyDictionary<string, WrongRequest> All = WrongRoutes.All.Concat(WrongBodies.All)
        .Concat(WrongTokenRequests.All).Concat(WrongRealmRequests.All).Concat(WrongDraftRequests.All).Concat(WrongCheckRequests.All).Concat(WrongSecretRequests.All).Concat(WrongRetryRequests.All)
        .Concat(WrongCallerRequests.All)
        .Concat(WrongAuditRequests.All)
        .Concat(WrongSealingRequests.All)
        .Concat(WrongTransferRequests.All)
        .ToDictionary(StringComparer.Ordinal);
}
