namespace TokenFunctions.Testing.Accounts;

/// <summary>Entities as the Table service shows them.</summary>
public static class EntityText
{
    /// <summary>One with all that an entity can have: each type, a text and bytes in parts, a real as its bits.</summary>
    public const string Whole = """
        {"PartitionKey":"p","RowKey":"r","odata.etag":"W/\"1\"","Timestamp":"2026-01-01T00:00:00Z","n@odata.type":"Edm.Int64","n":"5","d@odata.type":"Edm.DateTime","d":"2026-01-01T00:00:00.0000007Z",
         "b@odata.type":"Edm.Binary","b":"AQI=","b__1@odata.type":"Edm.Binary","b__1":"AQ==","x@odata.type":"Edm.Double","x":"NaN","t":"a","t__1":"b","f":true,"z__bits@odata.type":"Edm.Int64","z__bits":"-9223372036854775808","write__id":"w"}
        """;
}
