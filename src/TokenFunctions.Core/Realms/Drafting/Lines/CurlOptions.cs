using System.Collections.Frozen;

namespace TokenFunctions.Realms.Drafting.Lines;

/// <summary>The options of curl, by the names of its manual.</summary>
internal static class CurlOptions
{
    private static readonly FrozenDictionary<string, CurlOption> Known = Names()
        .SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Option)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an option means; null = curl's manual does not have it, as far as this table goes.</summary>
    /// <param name="name">With its dashes.</param>
    public static CurlOption? Find(string name)
    {
        if (Known.TryGetValue(name, out var option)) return option;
        return name.StartsWith("--no-", StringComparison.Ordinal) ? CurlOption.Flag : null;
    }

    /// <summary>Whether a value follows the option.</summary>
    public static bool HasValue(CurlOption option) => option is not
        (CurlOption.Flag or CurlOption.LostFlag or CurlOption.Get or CurlOption.Insecure or CurlOption.Next);

    private static (CurlOption Option, string Names)[] Names() =>
    [
        (CurlOption.Url, "--url"),
        (CurlOption.Method, "-X --request"),
        (CurlOption.Header, "-H --header"),
        (CurlOption.Data, "-d --data --data-ascii --data-binary"),
        (CurlOption.DataRaw, "--data-raw"),
        (CurlOption.DataUrlencode, "--data-urlencode"),
        (CurlOption.Json, "--json"),
        (CurlOption.Form, "-F --form --form-string"),
        (CurlOption.Get, "-G --get"),
        (CurlOption.User, "-u --user"),
        (CurlOption.Bearer, "--oauth2-bearer"),
        (CurlOption.UserAgent, "-A --user-agent"),
        (CurlOption.Cookie, "-b --cookie"),
        (CurlOption.Cert, "-E --cert"),
        (CurlOption.Key, "--key"),
        (CurlOption.Pass, "--pass"),
        (CurlOption.Ca, "--cacert"),
        (CurlOption.Insecure, "-k --insecure"),
        (CurlOption.Next, "-: --next"),
        (CurlOption.LostFlag, "-I --head --digest --ntlm --negotiate --anyauth"),
        (CurlOption.Lost, "-T --upload-file --aws-sigv4 -K --config --url-query"),
        (CurlOption.Flag,
            "-s --silent -S --show-error -L --location -i --include --show-headers -v --verbose -f --fail "
            + "--fail-with-body -g --globoff -j -J --remote-header-name -l -n --netrc -N -O --remote-name -p "
            + "-q --disable -R -# --progress-bar -0 --http1.0 --http1.1 --http2 --http2-prior-knowledge "
            + "--http3 -1 --tlsv1 --tlsv1.0 --tlsv1.1 --tlsv1.2 --tlsv1.3 -2 -3 -4 --ipv4 -6 --ipv6 -a --basic "
            + "--compressed --compressed-ssh --location-trusted --post301 --post302 --post303 --raw "
            + "--retry-connrefused --retry-all-errors --ssl-no-revoke --ssl-reqd --tcp-nodelay --tr-encoding "
            + "-Z --parallel --path-as-is --trace-time"),
        (CurlOption.Skipped,
            "-o --output -w --write-out -m --max-time --connect-timeout --retry --retry-delay "
            + "--retry-max-time -x --proxy -U --proxy-user -c --cookie-jar -C -D --dump-header -e --referer -t "
            + "-y --speed-time -Y --speed-limit -z -r --range -P -Q --resolve --connect-to --interface "
            + "--dns-servers --max-redirs --max-filesize --limit-rate --cert-type --key-type --capath "
            + "--ciphers --tls-max --tls13-ciphers --trace --trace-ascii --stderr --keepalive-time --noproxy "
            + "--unix-socket --user-agent-file --output-dir --proxy-header --expect100-timeout"),
    ];
}
