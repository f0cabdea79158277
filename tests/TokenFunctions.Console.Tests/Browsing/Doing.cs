namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>What people do on the page again and again.</summary>
internal static class Doing
{
    public static async Task SignInAsync(this Visit visit, string key, bool keep = false)
    {
        await visit.Field("frame.door_api_key").FillAsync(key);
        await visit.Field("frame.keep").SetCheckedAsync(keep);
        await visit.Button("frame.sign_in").ClickAsync();
    }
}
