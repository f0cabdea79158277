import java.io.*;
import java.net.URI;
import java.net.http.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;

/** Sends what the lines of its input say, "COUNT METHOD PATH [BODY]", and prints the outcomes of each line, sorted. */
final class Driver {
    private static final URI API = URI.create(System.getenv("API"));
    private static final TokenHttp HTTP = new TokenHttp(
        HttpClient.newHttpClient(),
        new Tokens(System.getenv("SERVICE"), System.getenv("API_KEY"), System.getenv("REALM"), System.getenv("KEY")),
        API);

    public static void main(String[] arguments) throws Exception {
        var threads = Executors.newFixedThreadPool(64);
        var input = new BufferedReader(new InputStreamReader(System.in));
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            var words = line.split(" ");
            Callable<String> one = () -> outcome(words[1], words[2], words.length > 3 ? words[3] : "");
            var outcomes = new ArrayList<String>();
            for (var done : threads.invokeAll(Collections.nCopies(Integer.parseInt(words[0]), one))) outcomes.add(done.get());
            System.out.println(outcomes.stream().sorted().collect(Collectors.joining(" ")));
        }
        threads.shutdown();
    }

    private static String outcome(String method, String path, String body) throws Exception {
        var content = body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(API.resolve(path)).method(method, content).build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var read = answer.body()) {
                return answer.statusCode() + ":" + new String(read.readAllBytes());
            }
        } catch (TokenException e) {
            return "no-token:" + e.code + ":" + e.retryAfter;
        } catch (IllegalArgumentException e) {
            return e.getMessage().startsWith("The token is for") ? "wrong-host" : "error:" + e.getMessage();
        }
    }
}
