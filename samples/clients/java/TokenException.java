import java.io.IOException;

/** Why there is no token: the service's code, and in how many seconds to ask again. */
@SuppressWarnings("serial")
final class TokenException extends IOException {
    final String code;
    final long retryAfter;
    final boolean isAway;

    TokenException(int status, String problem, long retryAfter) {
        super(TokenAnswer.find("\"detail\":\"([^\"\\\\]+)\"", problem, "The token service gave no token."));
        this.code = TokenAnswer.find("\"code\":\"(\\w+)\"", problem, "service_unavailable");
        this.retryAfter = retryAfter;
        this.isAway = status == 429 || status >= 500;
    }
}
