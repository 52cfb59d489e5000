package dev.foreshock.scenarios.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ports of a service, as far as they are single numbers.
 *
 * @param published those of the machine that lead to it
 * @param own those on which it listens itself, the published ones first
 */
record Ports(List<Integer> published, List<Integer> own) {
    private static final int MOST = 65_535;

    /** As {@code [ADDRESS:][PUBLISHED:]OWN[/tcp]}; ranges and other protocols are none of these. */
    private static final Pattern SHORT =
            Pattern.compile("(?:\\[[^]]*]:|[0-9.]+:(?=\\d*:))?(?:(\\d+)?:)?(\\d+)(?:/tcp)?");

    static Ports of(@Nullable Object ports, @Nullable Object exposed) {
        List<Integer> published = new ArrayList<>();
        List<Integer> own = new ArrayList<>();
        for (Object port : ports instanceof List<?> list ? list : List.of()) {
            if (port instanceof Map<?, ?>) {
                add(published, Values.text(Values.at(port, "published")));
                add(own, Values.text(Values.at(port, "target")));
            } else {
                Matcher form = SHORT.matcher(String.valueOf(Values.text(port)));
                if (form.matches()) {
                    add(published, form.group(1));
                    add(own, form.group(2));
                }
            }
        }
        Values.texts(exposed).forEach(port -> add(own, port));
        return new Ports(List.copyOf(published), List.copyOf(own));
    }

    private static void add(List<Integer> ports, @Nullable String text) {
        number(text).ifPresent(ports::add);
    }

    /** Returns the port that a text is, if it is one. */
    static OptionalInt number(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,5}")) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(text);
        return port < 1 || port > MOST ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
