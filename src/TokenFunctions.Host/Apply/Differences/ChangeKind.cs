namespace TokenFunctions.Host.Apply.Differences;

/// <summary>What is to happen to a realm or a secret.</summary>
internal enum ChangeKind
{
    /// <summary>Nothing: it is as the folder says.</summary>
    Keep,

    /// <summary>It is made: the service does not have it.</summary>
    Make,

    /// <summary>It is changed: what can be seen of it differs.</summary>
    Change,

    /// <summary>It is removed: the folder does not have it.</summary>
    Remove,

    /// <summary>It is sent, and the service finds out whether its values differ, which it never shows.</summary>
    Send,

    /// <summary>It is left, although the folder does not have it, because nobody said that secrets go.</summary>
    Leave,
}
