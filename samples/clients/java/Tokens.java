import java.io.*;
import java.net.URI;
import java.net.http.*;
import java.time.Duration;

/** The token of (realm, key) from the service. One thread asks; the others wait for what it gets. */
final class Tokens {
    private final HttpClient http = HttpClient.newHttpClient(); // It follows no redirects: the key goes nowhere else.
    private final HttpRequest.Builder request = HttpRequest.newBuilder();
    private final String url;
    private TokenAnswer held = new TokenAnswer("", 0, 0, 0);
    private TokenException failure;
    private long failed, until;

    Tokens(String service, String apiKey, String realm, String key) {
        url = service + "/api/cache/token?realm=" + realm + "&key=" + key;
        request.header("x-api-key", apiKey);
    }

    /** A token that is newer than the generation that the API has refused; 0 = none. */
    synchronized TokenAnswer get(long bad) throws IOException {
        long now = System.nanoTime() / 1_000_000;
        boolean lives = held.generation() > bad && now < held.end();
        if (lives && now < held.askAt()) return held;
        if (failure == null || failed != bad || now >= until) { // Else it answers all who come.
            try {
                request.uri(URI.create(url + (bad == 0 ? "" : "&invalid=" + bad)));
                request.timeout(Duration.ofSeconds(lives ? 2 : 30));
                return held = TokenAnswer.of(http.send(request.build(), HttpResponse.BodyHandlers.ofString()), now);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while a token was asked for.");
            } catch (IOException e) {
                failure = e instanceof TokenException known ? known : new TokenException(503, "", 1);
                failed = bad;
                until = System.nanoTime() / 1_000_000 + Math.min(30, failure.retryAfter) * 1000;
            }
        }
        if (lives && failure.isAway) return held;
        throw failure;
    }
}
