import java.io.*;
import java.net.URI;
import java.net.http.*;

/** Sends requests to one API with a living token, and repeats one once when the API refuses its token. */
final class TokenHttp {
    private final HttpClient http;
    private final Tokens tokens;
    private final URI api;

    TokenHttp(HttpClient http, Tokens tokens, URI api) {
        // Java would carry the token along to any host that the API redirects to.
        if (http.followRedirects() != HttpClient.Redirect.NEVER) throw new IllegalArgumentException("Redirect.NEVER");
        this.http = http;
        this.tokens = tokens;
        this.api = api;
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        if (!request.uri().resolve("/").equals(api.resolve("/")))
            throw new IllegalArgumentException("The token is for " + api + ", not for " + request.uri().getHost());
        TokenAnswer used = tokens.get(0);
        HttpResponse<T> answer = http.send(with(used, request), handler);
        if (answer.statusCode() != 401) return answer;
        if (answer.body() instanceof InputStream body) body.close();
        return http.send(with(tokens.get(used.generation()), request), handler);
    }

    private static HttpRequest with(TokenAnswer token, HttpRequest request) {
        return HttpRequest.newBuilder(request, (name, value) -> true)
            .setHeader("Authorization", "Bearer " + token.token()).build();
    }
}
