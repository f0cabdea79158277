import java.io.IOException;
import okhttp3.*;

/** For OkHttp: {@code new OkHttpClient.Builder().addInterceptor(new TokenInterceptor(tokens, api))}. */
final class TokenInterceptor implements Interceptor {
    private final Tokens tokens;
    private final HttpUrl api;

    TokenInterceptor(Tokens tokens, HttpUrl api) {
        this.tokens = tokens;
        this.api = api;
    }

    @Override public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!isApi(request)) throw new IOException("The token is for " + api + ", not for " + request.url().host());
        TokenAnswer used = tokens.get(0);
        Response answer = chain.proceed(with(used, request)); // A redirect to another host loses the header.
        boolean isStream = request.body() != null && request.body().isOneShot(); // It can be sent once only.
        if (answer.code() != 401 || isStream || !isApi(answer.request())) return answer;
        answer.close();
        return chain.proceed(with(tokens.get(used.generation()), request));
    }

    private boolean isApi(Request request) {
        return request.url().resolve("/").equals(api.resolve("/"));
    }

    private static Request with(TokenAnswer token, Request request) {
        return request.newBuilder().header("Authorization", "Bearer " + token.token()).build();
    }
}
