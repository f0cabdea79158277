using System.Globalization;
using TokenFunctions.Http.Access.Keys;

namespace TokenFunctions.Http.Tests.Access;

public sealed class KeyMarksTests
{
    private const int Length = 49;

    [Fact]
    public void A_text_has_one_mark_and_others_have_others()
    {
        var marks = new KeyMarks(Length);
        var seen = new HashSet<UInt128>();
        for (var n = 0; n < 20_000; n++)
        {
            var text = n.ToString(CultureInfo.InvariantCulture).PadLeft(Length, 'a');
            var mark = marks.Of(text);
            Assert.Equal(mark, marks.Of(new string(text.AsSpan())));
            Assert.True(seen.Add(mark));
        }
    }

    [Fact]
    public void Each_character_counts_and_so_does_its_place()
    {
        var marks = new KeyMarks(Length);
        var seen = new HashSet<UInt128>();
        for (var at = 0; at < Length; at++)
            Assert.True(seen.Add(marks.Of(string.Create(Length, at, static (text, place) => { text.Fill('a'); text[place] = 'b'; }))));
    }

    [Fact]
    public void Another_process_has_other_marks() =>
        Assert.NotEqual(new KeyMarks(Length).Of(new string('a', Length)), new KeyMarks(Length).Of(new string('a', Length)));
}
