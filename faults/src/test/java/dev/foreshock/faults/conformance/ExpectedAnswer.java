package dev.foreshock.faults.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer as it is written: status, kind, body. */
record ExpectedAnswer(int status, String kind, String body) {
    private static final Pattern MASK = Pattern.compile("<port>|<any>");

    static ExpectedAnswer read(String written) {
        String[] parts = written.split(" ", 3);
        return new ExpectedAnswer(Integer.parseInt(parts[0]), parts[1], parts.length > 2 ? parts[2] : "");
    }

    void check(String request, HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("status of %s, answered %s", request, answer.body())
                .isEqualTo(status);
        switch (kind) {
            case "none" -> checkHeaders(answer, List.of(), false);
            case "json" -> checkHeaders(answer, List.of("application/json"), true);
            case "version" -> checkHeaders(answer, List.of("application/json;charset=utf-8"), true);
            case "text" -> checkHeaders(answer, List.of("text/plain; charset=utf-8"), true);
            case "page" -> checkHeaders(answer, List.of("text/plain; charset=utf-8"), false);
            case "location" ->
                assertThat(answer.headers().allValues("Location")).containsExactly(body);
            default -> throw new IllegalArgumentException("unknown kind of answer " + kind);
        }
        boolean isGoError = kind.equals("text") || kind.equals("page");
        assertThat(answer.headers().allValues("X-Content-Type-Options"))
                .isEqualTo(isGoError ? List.of("nosniff") : List.of());
        assertThat(answer.headers().allValues("Allow")).isEmpty();
        assertThat(answer.body()).as(request).matches(expectedBody());
    }

    private void checkHeaders(HttpResponse<String> answer, List<String> type, boolean identified) {
        assertThat(answer.headers().allValues("Content-Type")).isEqualTo(type);
        if (identified) {
            assertThat(answer.headers().firstValue("X-Toxiproxy-Request-Id").orElse(""))
                    .matches("[0-9a-v]{20}");
        } else if (status != 204) {
            assertThat(answer.headers().allValues("X-Toxiproxy-Request-Id")).isEmpty();
        }
    }

    private Pattern expectedBody() {
        String text = switch (kind) {
            case "page" -> "404 page not found\n";
            case "location" -> "";
            default -> body.endsWith("\\n") ? body.substring(0, body.length() - 2) + "\n" : body;
        };
        StringBuilder pattern = new StringBuilder();
        Matcher mask = MASK.matcher(text);
        int from = 0;
        while (mask.find()) {
            pattern.append(Pattern.quote(text.substring(from, mask.start())));
            pattern.append(mask.group().equals("<port>") ? "[1-9][0-9]*" : "(?s:.*)");
            from = mask.end();
        }
        return Pattern.compile(pattern + Pattern.quote(text.substring(from)));
    }
}
