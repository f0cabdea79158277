using TokenFunctions.Hosting.Settings;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Hosting.Composition;

/// <summary>The generated file of sealing keys, whose faults are faults of the settings.</summary>
public static class KeyFile
{
    /// <summary>Its name.</summary>
    public const string Name = SealingKeyFile.Name;

    /// <summary>The keys in the file, the active one first; see <see cref="SealingKeyFile"/>.</summary>
    /// <exception cref="SettingsException">The file does not hold keys, or cannot be read or made.</exception>
    public static IReadOnlyList<SealingKey> ReadOrMake(string path)
    {
        try
        {
            return SealingKeyFile.ReadOrMake(path);
        }
        catch (SealingKeyFileException e)
        {
            var advice = e.InnerException is null ? "" : "; it is set with TokenFunctions__SealingKey";
            throw new SettingsException([e.Message + advice]);
        }
    }
}
