namespace TokenFunctions.App.Tests.Readme;

/// <summary>The code blocks of a page in Markdown.</summary>
internal static class CodeBlocks
{
    /// <summary>The blocks of a language, also those that are part of a list, without its indentation.</summary>
    public static IEnumerable<string> Of(string page, string language)
    {
        var lines = page.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() != $"```{language}") continue;
            var indentation = lines[i].IndexOf('`', StringComparison.Ordinal);
            var block = lines.Skip(i + 1).TakeWhile(line => line.Trim() != "```");
            yield return string.Concat(block.Select(line => line[Math.Min(indentation, line.Length)..] + "\n"));
        }
    }

    /// <summary>The commands of a block of a shell; a quoted text that goes over lines belongs to its command.</summary>
    public static IEnumerable<string> Commands(string block)
    {
        var command = "";
        foreach (var line in block.Split('\n'))
        {
            command = command.Length == 0 ? line : $"{command}\n{line}";
            if (command.Count(c => c == '\'') % 2 != 0) continue;
            if (command.Trim().Length > 0) yield return command;
            command = "";
        }
    }
}
