using TokenFunctions.Http.Transfer;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Problems;

/// <summary>Why an import was not taken in, or not all of it.</summary>
internal static class ImportProblem
{
    public static Problem Invalid(IReadOnlyList<RealmError> faults) =>
        new(400, "invalid_import", "The import cannot be taken in; errors lists its faults. Nothing was changed.")
        {
            Errors = faults,
        };

    public static Problem Conflict(IReadOnlyList<RealmError> differing) => new(
        409,
        "import_conflict",
        "Some of it is here already and differs; errors lists it. Send replace=true to have it replaced."
            + " Nothing was changed.")
    {
        Errors = differing,
        Field = "replace",
    };

    public static Problem Incomplete(ImportReport report) => new(
        503,
        "import_incomplete",
        "The import was broken off; import says what was done. Send it again as it is: what was done stays as it is.")
    {
        WhatToDo = "Mend what the code of the failed entry names, and send the import again.",
        More = writer =>
        {
            writer.WritePropertyName("import");
            ImportReportJson.Write(writer, report);
        },
    };
}
