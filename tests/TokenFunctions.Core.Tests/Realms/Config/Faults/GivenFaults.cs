using TokenFunctions.Core.Tests.Realms.Doubles;

namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>uses</c>, <c>inputs</c> and <c>state</c>.</summary>
internal sealed class GivenFaults : FaultRows
{
    private const string Name = "; use a letter or '_', then letters, digits, '_' or '-', and no word of the templates' own";

    public GivenFaults()
    {
        With($""" "uses":[{Numbered(21, i => $$"""{"as":"u{{i}}","realm":"r","key":"k"}""")}]""", "/config/uses", "has 21 items; use at most 20");
        With($""" "inputs":[{Numbered(21, i => $$"""{"name":"i{{i}}"}""")}]""", "/config/inputs", "has 21 items; use at most 20");
        With($""" "state":[{Numbered(21, i => $$"""{"name":"s{{i}}","initial":"x","path":"p"}""")}]""", "/config/state", "has 21 items; use at most 20");
        With(""" "uses":{} """, "/config/uses", "is an object; use an array");
        With(""" "uses":[7]""", "/config/uses/0", "is a number; use an object");
        WithUse("""{"as":"u","key":"k"}""", "/config/uses/0/realm", "is missing; use a realm's id");
        WithUse("""{"as":"u","realm":7,"key":"k"}""", "/config/uses/0/realm", "is a number; use a realm's id");
        WithUse("""{"as":"u","realm":"-r","key":"k"}""", "/config/uses/0/realm", "is `-r`; use a realm's id");
        WithUse("""{"as":"u","realm":"r"}""", "/config/uses/0/key", "is missing; use a template");
        WithUse("""{"as":"u","realm":"r","key":"${"}""", "/config/uses/0/key", "has `${` without `}`; write ${name}");
        WithUse("""{"as":"u","realm":"r","key":"k","ke":"k"}""", "/config/uses/0/ke", "is not known; the nearest known name is `key`");
        With(""" "uses":[{"realm":"r","key":"k"}]""", "/config/uses/0/as", "is missing; use a name");
        With(""" "uses":[{"as":"a.b","realm":"r","key":"k"}]""", "/config/uses/0/as", "is `a.b`; use letters, digits, '_' or '-'");
        WithUse("""{"as":"u","realm":"r","key":"k"},{"as":"u","realm":"s","key":"k"}""", "/config/uses/1/as", "is `u`, which is there already; use another name");
        Add(Ask.Config(""" "uses":[{"as":"mp","realm":"r","key":"k"}],"inputs":[{"name":"i"}],"content_type":"text","body":"${inputs.i}" """, "https://a.example/${uses.mp}/${inputs.j}"),
            "/config/url", "has `${inputs.j}`, but `inputs` has no such name; the nearest is `i`");
        With(""" "inputs":"i" """, "/config/inputs", "is a string; use an array");
        With(""" "inputs":[[]]""", "/config/inputs/0", "is an array; use an object");
        With(""" "inputs":[{}]""", "/config/inputs/0/name", "is missing; use a name");
        With(""" "inputs":[{"name":"i","max_age_sec":0}],"content_type":"text","body":"${inputs.i}" """, "/config/inputs/0/max_age_sec", "is 0; use a whole number from 1 to 31536000");
        With(""" "inputs":[{"name":"i","max_age":1}],"content_type":"text","body":"${inputs.i}" """, "/config/inputs/0/max_age", "is not known; the nearest known name is `max_age_sec`");
        With(""" "state":{} """, "/config/state", "is an object; use an array");
        With(""" "state":[null]""", "/config/state/0", "is null; use an object");
        WithState("""{"name":"s","path":"p"}""", "/config/state/0/initial", "is missing; use a template");
        WithState("""{"name":"s","initial":7,"path":"p"}""", "/config/state/0/initial", "is a number; use a template");
        WithState("""{"name":"s","initial":"${inputs.i}","path":"p"}""", "/config/state/0/initial", "has `${inputs.i}`, but the config has no `inputs` before it");
        WithState("""{"name":"s","initial":"x"}""", "/config/state/0/path", "is missing; use a path");
        WithState("""{"name":"s","initial":"x","path":["p"]}""", "/config/state/0/path", "is an array; use a path");
        WithState("""{"name":"s","initial":"x","path":"header:"}""", "/config/state/0/path", "is `header:`; use header:Name or cookie:NAME with a name");
        With(""" "state":[{"initial":"x","path":"p"}]""", "/config/state/0/name", "is missing; use a name");
        WithState("""{"name":"s","initial":"x","path":"p"},{"name":"s","initial":"x","path":"p"}""", "/config/state/1/name", "is `s`, which is there already; use another name");
    }

    private void WithUse(string uses, string pointer, string rest) =>
        With($$"""
            "uses":[{{uses}}],"auth":{"type":"bearer","token":"${uses.u}"}
            """, pointer, rest);

    private void WithState(string state, string pointer, string rest) =>
        With($$"""
            "state":[{{state}}],"auth":{"type":"bearer","token":"${state.s}"}
            """, pointer, rest);

    private static string Numbered(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));
}
