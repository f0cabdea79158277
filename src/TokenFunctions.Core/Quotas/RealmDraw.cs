namespace TokenFunctions.Quotas;

/// <summary>What came of drawing calls from the realm's row.</summary>
/// <param name="Block">The calls that were drawn; where <paramref name="RoomAt"/> is given, those that the instance had
/// before and keeps.</param>
/// <param name="RoomAt">When the limit will allow a call; null = it does.</param>
internal sealed record RealmDraw(RealmBlock Block, DateTimeOffset? RoomAt);
