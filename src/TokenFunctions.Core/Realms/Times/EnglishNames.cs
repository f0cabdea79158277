namespace TokenFunctions.Realms.Times;

/// <summary>The names of months and days in formats of times; their short forms are the first three letters.</summary>
internal static class EnglishNames
{
    /// <summary>January first.</summary>
    public static readonly IReadOnlyList<string> Months =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>Sunday first, as <see cref="DayOfWeek"/> counts.</summary>
    public static readonly IReadOnlyList<string> Days =
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>The halves of a day.</summary>
    public static readonly IReadOnlyList<string> Halves = ["AM", "PM"];

    /// <summary>The short form.</summary>
    public static string Short(string name) => name[..3];
}
