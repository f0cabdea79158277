namespace TokenFunctions.Core.Tests.Schemas;

/// <summary>What a schema cannot say: the message of a fault, as a regular expression, and why.</summary>
public sealed class SchemaLimits : TheoryData<string, string>
{
    public SchemaLimits()
    {
        Add("^holds a user name or password", "the parts of a URL with templates in it");
        Add("^holds a blank, a control character", "the parts of a URL with templates in it");
        Add("^is no valid url", "the parts of a URL with templates in it");
        Add("^goes on with something else", "the parts of a URL with templates in it");
        Add("^has `\\$\\{` without `\\}`", "the syntax of templates");
        Add("^has a `\\$\\{…\\}` that is not known", "the syntax of templates");
        Add("^has `\\$\\{[a-z]+\\.", "a name that stands elsewhere in the config");
        Add("and an argument both set the header", "a header that stands elsewhere, in any case");
        Add("^is given twice", "a validator sees one of the two");
        Add("^has `\\{", "the names in braces of a url, which stand elsewhere as arguments");
        Add("but `url` has no such name in braces", "the names in braces of a url");
        Add("^is no JSON number", "what a text holds");
        Add("^is no (JSON|XML) when it is filled in", "what a text holds");
        Add("^has a `\\$\\{…\\}` in a tag", "what a text holds");
        Add("^is `(date:)?%", "the directives of a time format");
        Add("^is none that can be run", "what a regular expression is");
        Add("which is none of `uses`", "a name that stands elsewhere in the config");
        Add("which is there already", "a name that stands elsewhere in the config");
        Add("which no template uses", "a name that stands elsewhere in the config");
        Add("which comes later", "a name that stands elsewhere in the config");
        Add("is raw bytes", "what a name that stands elsewhere in the config is");
        Add("^is not the `alg` of `jwt`", "a value that stands elsewhere in the config");
    }
}
