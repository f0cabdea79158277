using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Languages;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Console;

/// <summary>Serves the page for people and its files to anybody: they are the same for all and hold nothing. What the
/// page shows it asks for as any other client, with the key of whoever looks at it.</summary>
internal sealed class ConsoleEndpoints(ConsoleSwitch setting, PageIndex index, AnswerWriter writer)
{
    // An answer of its own after a new release, and none in between.
    private const string Anew = "no-cache";
    private const string ByTag = "max-age=0, must-revalidate";
    private const string PageVary = "Accept-Language, Accept-Encoding";
    private const string FileVary = "Accept-Encoding";

    public Task PageAsync(HttpContext context)
    {
        ContentPolicy.Apply(context.Response.Headers);
        if (!setting.IsOn) return NotFoundAsync(context);
        if (EndsWithStroke(context)) return MoveAsync(context);
        return SendAsync(context, index.In(LanguageChoice.Of(context.Request)), Anew, PageVary);
    }

    public Task FileAsync(HttpContext context)
    {
        ContentPolicy.Apply(context.Response.Headers);
        return setting.IsOn && !EndsWithStroke(context) && Find(context) is { } file
            ? SendAsync(context, file, ByTag, FileVary)
            : NotFoundAsync(context);
    }

    private static PageContent? Find(HttpContext context) =>
        PageFiles.Find(Part(context, "room"), Part(context, "file"));

    private static string Part(HttpContext context, string name) => context.Request.RouteValues[name] as string ?? "";

    private static bool EndsWithStroke(HttpContext context) =>
        context.Request.Path.Value!.EndsWith('/');

    // Behind a stroke the page's own addresses would lead elsewhere. Relative: only a front knows the whole one.
    private static Task MoveAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = "../console";
        return Task.CompletedTask;
    }

    private static Task SendAsync(HttpContext context, PageContent content, string cacheControl, string vary)
    {
        var response = context.Response;
        var coding = PageCoding.Of(context.Request);
        var tag = content.TagIn(coding);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = vary;
        if (Knows(context.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var bytes = content.In(coding);
        response.ContentType = content.MediaType;
        response.ContentLength = bytes.Length;
        if (coding.Name is { } name) response.Headers.ContentEncoding = name;
        return response.Body.WriteAsync(bytes, 0, bytes.Length, context.RequestAborted);
    }

    // Tags that cannot be read are none of ours, and a browser is sent the whole.
    private static bool Knows(HttpRequest request, string tag) =>
        EntityTag.Has(EntityTag.Known(request, new FirstFault()), tag);

    private Task NotFoundAsync(HttpContext context) => writer.WriteAsync(context, ResourceProblem.NotFound());
}
