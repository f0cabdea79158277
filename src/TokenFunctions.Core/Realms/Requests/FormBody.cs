using System.Net.Http.Headers;
using System.Text;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>A body of form fields.</summary>
/// <param name="Pairs">The fields in order, their literals escaped.</param>
internal sealed record FormBody(IReadOnlyList<NamedTemplate> Pairs) : IRequestBody
{
    /// <inheritdoc/>
    public IEnumerable<string> Fields => Pairs.SelectMany(pair => pair.Template.Fields);

    /// <inheritdoc/>
    public HttpContent Fill(AttemptScope scope)
    {
        var text = string.Join('&', Pairs.Select(pair => pair.Template.Fill(scope, FormText.Escape)));
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return content;
    }
}
