namespace TokenFunctions.Hosting.Settings;

/// <summary>The kinds of stores.</summary>
public enum StorageKind
{
    /// <summary>The embedded database in a file.</summary>
    Sqlite,

    /// <summary>The memory of the process: gone with it.</summary>
    Memory,

    /// <summary>Azure Table Storage, or Azurite.</summary>
    Tables,
}
