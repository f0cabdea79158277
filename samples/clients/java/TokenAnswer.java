import java.net.http.HttpResponse;
import java.util.regex.*;

/** A token, and when to ask for it again. In a program that has a reader of JSON, use that. */
record TokenAnswer(String token, long generation, long askAt, long end) {
    static TokenAnswer of(HttpResponse<String> answer, long now) throws TokenException {
        String body = answer.body();
        String token = answer.statusCode() == 200 ? find("^\\{\"token\":\"([^\"\\\\]+)\"", body, null) : null;
        if (token == null) {
            String wait = answer.headers().firstValue("Retry-After").filter(w -> w.matches("\\d{1,9}")).orElse("1");
            throw new TokenException(answer.statusCode(), body, Long.parseLong(wait));
        }
        String life = find("\"expires_in\":(\\d+)", body, null);
        long end = life == null ? Long.MAX_VALUE : now + Long.parseLong(life);
        long askAt = now + Long.parseLong(find("\"revalidate_after\":(\\d+)", body, "0"));
        long generation = Long.parseLong(find("\"generation\":(\\d+)", body, "0"));
        return new TokenAnswer(token, generation, Math.min(askAt, now + (end - now) / 2), end);
    }

    /** The first place where the pattern is found; in a text of JSON no value can look like a member. */
    static String find(String pattern, String body, String otherwise) {
        Matcher found = Pattern.compile(pattern).matcher(body);
        return found.find() ? found.group(1) : otherwise;
    }

    @Override public String toString() { return "generation " + generation; } // Never the token.
}
