using System.IO.Compression;
using System.Text;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Console;
using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests.Console;

/// <summary>The page for people and its files, as a browser gets them.</summary>
public sealed class ConsoleTests : IAsyncLifetime
{
    private const string Page = "/api/console";
    private TestApp app = null!;
    private HttpClient browser = null!;

    public static TheoryData<string> Files => [.. PageFiles.Names];

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        // Sends no key, and unpacks nothing.
        browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Http.BaseAddress };
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_page_comes_without_a_key_and_is_asked_for_anew_each_time()
    {
        using var answer = await AskAsync(Page);
        Assert.Equal((200, "text/html; charset=utf-8"), Told(answer));
        Assert.Equal("no-cache", Header(answer, "Cache-Control"));
        Assert.Equal("Accept-Language, Accept-Encoding", Header(answer, "Vary"));
        Assert.StartsWith("<!doctype html>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_file_comes_with_its_type_and_is_checked_by_its_tag(string name)
    {
        using var answer = await AskAsync($"{Page}/{name}");
        Assert.Equal((200, TypeOf(name)), Told(answer));
        Assert.Equal(("max-age=0, must-revalidate", "Accept-Encoding"), (Header(answer, "Cache-Control"), Header(answer, "Vary")));
        Assert.NotEqual(0, answer.Content.Headers.ContentLength);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_file_is_the_same_however_it_is_packed(string name)
    {
        var plain = await UnpackedAsync($"{Page}/{name}", "identity");
        Assert.Equal(plain, await UnpackedAsync($"{Page}/{name}", "br"));
        Assert.Equal(plain, await UnpackedAsync($"{Page}/{name}", "gzip"));
        Assert.DoesNotContain((byte)0, plain);
    }

    [Fact]
    public async Task So_is_the_page_and_each_form_has_a_tag_of_its_own()
    {
        var plain = await UnpackedAsync(Page, "identity");
        Assert.Equal(plain, await UnpackedAsync(Page, "br"));
        Assert.Equal(plain, await UnpackedAsync(Page, "gzip"));
        var tags = new List<string?>();
        foreach (var coding in new[] { "identity", "br", "gzip" })
            tags.Add(Header(await AskAsync(Page, ("Accept-Encoding", coding)), "ETag"));
        tags.Add(Header(await AskAsync(Page, ("Accept-Language", "zh")), "ETag"));
        Assert.Equal(4, tags.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/words/en.json")]
    public async Task Who_has_it_already_is_told_so_and_gets_nothing_twice(string file)
    {
        using var first = await AskAsync(Page + file, ("Accept-Encoding", "br"));
        var tag = Header(first, "ETag")!;
        using var again = await AskAsync(Page + file, ("Accept-Encoding", "br"), ("If-None-Match", tag));
        Assert.Equal((304, ""), ((int)again.StatusCode, await again.Content.ReadAsStringAsync()));
        Assert.Equal((tag, Header(first, "Cache-Control")), (Header(again, "ETag"), Header(again, "Cache-Control")));
        using var other = await AskAsync(Page + file, ("Accept-Encoding", "gzip"), ("If-None-Match", tag));
        Assert.Equal(200, (int)other.StatusCode);
        using var broken = await AskAsync(Page + file, ("If-None-Match", "\"\\"));
        Assert.Equal(200, (int)broken.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/words/en.json")]
    public async Task HEAD_tells_the_same_without_the_body(string file)
    {
        using var whole = await AskAsync(Page + file);
        using var request = new HttpRequestMessage(HttpMethod.Head, Page + file);
        using var head = await browser.SendAsync(request);
        Assert.Equal((200, ""), ((int)head.StatusCode, await head.Content.ReadAsStringAsync()));
        Assert.Equal(
            (whole.Content.Headers.ContentLength, Header(whole, "ETag")), (head.Content.Headers.ContentLength, Header(head, "ETag")));
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN")]
    [InlineData("en-GB,zh;q=0.5", "en")]
    [InlineData(null, "en")]
    public async Task The_page_has_the_browsers_language_and_its_words(string? accepted, string language)
    {
        using var answer = accepted is null ? await AskAsync(Page) : await AskAsync(Page, ("Accept-Language", accepted));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"<html lang=\"{language}\"", text, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"preload\" as=\"fetch\" crossorigin href=\"console/words/{language}.json\">", text, StringComparison.Ordinal);
        Assert.Contains("<title>TokenFunctions</title>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_names_each_of_its_modules_and_nothing_that_is_not_there()
    {
        using var answer = await AskAsync(Page);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.All(
            PageFiles.Names.Where(name => name.EndsWith(".js", StringComparison.Ordinal)),
            name => Assert.Contains($"<link rel=\"modulepreload\" href=\"console/{name}\">", text, StringComparison.Ordinal));
        foreach (var link in text.Split("=\"console/").Skip(1).Select(part => part.Split('"')[0]))
            Assert.Equal(200, (int)(await AskAsync($"{Page}/{link}")).StatusCode);
    }

    [Theory]
    [InlineData("frame/none.js")]
    [InlineData("none/main.js")]
    [InlineData("words/EN.json")]
    [InlineData("words/en.json/")]
    [InlineData("words/en")]
    [InlineData("words/..%2Fen.json")]
    [InlineData("..%2Fwords/en.json")]
    [InlineData("words%2Fen.json/x")]
    [InlineData("words/en.json%00")]
    [InlineData("%2e%2e/index.html")]
    [InlineData("./index.html")]
    public async Task What_is_no_file_of_the_page_is_not_found(string name)
    {
        var answer = await RawHttp.SendAsync(app.Port, RawHttp.Head($"GET {Page}/{name} HTTP/1.1", $"x-api-key: {TestApp.AdminKey}"));
        Assert.Contains(answer.Status, new[] { 404, 400 });
        if (answer.Status == 404) Assert.Equal("not_found", answer.Code);
    }

    [Fact]
    public async Task With_a_stroke_behind_it_the_page_is_elsewhere()
    {
        using var answer = await AskAsync(Page + "/");
        Assert.Equal((308, "../console", ""), ((int)answer.StatusCode, Header(answer, "Location"), await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task The_page_knows_how_whoever_looks_at_it_can_sign_in(bool platform, bool host)
    {
        await using var other = await TestApp.StartAsync(new AccessRules { TrustAppServiceIdentity = platform, IsBehindHost = host });
        var text = (await other.GetAsync(Page)).Body;
        Assert.Equal(platform, text.Contains("data-platform=\"on\"", StringComparison.Ordinal));
        Assert.Equal(host, text.Contains("data-host=\"on\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_any_key_it_comes_to_whoever_asks()
    {
        await using var open = await TestApp.StartAsync(new AccessRules { RequireLoopbackGuard = true });
        Assert.Equal(200, (await open.GetAsync(Page)).Status);
        Assert.Equal(200, (await open.GetAsync($"{Page}/words/en.json")).Status);
    }

    [Fact]
    public async Task Where_it_is_off_there_is_none()
    {
        await using var off = await TestApp.StartAsync(parts => parts.Console = new ConsoleSwitch(IsOn: false));
        foreach (var path in new[] { Page, Page + "/", $"{Page}/words/en.json" })
            Assert.Equal((404, "not_found"), await off.GetAsync(path) is var reply ? (reply.Status, reply.Code) : default);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        _ => "image/svg+xml",
    };

    private static (int Status, string? Type) Told(HttpResponseMessage answer) =>
        ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString());

    // As it came: the client writes a Cache-Control that it has read in an order of its own.
    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private async Task<HttpResponseMessage> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await browser.SendAsync(request);
    }

    private async Task<byte[]> UnpackedAsync(string path, string coding)
    {
        using var answer = await AskAsync(path, ("Accept-Encoding", coding));
        Assert.Equal(coding == "identity" ? [] : [coding], answer.Content.Headers.ContentEncoding);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(answer.Content.Headers.ContentLength, bytes.Length);
        using var packed = new MemoryStream(bytes);
        using Stream unpacking = coding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var text = new MemoryStream();
        await unpacking.CopyToAsync(text);
        Assert.NotEmpty(Encoding.UTF8.GetString(text.ToArray()));
        return text.ToArray();
    }
}
