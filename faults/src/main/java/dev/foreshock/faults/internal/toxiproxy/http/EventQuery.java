package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.events.Filter;
import dev.foreshock.faults.internal.toxiproxy.events.Kind;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import dev.foreshock.faults.internal.toxiproxy.proxy.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a reader of events asks for after the question mark.
 *
 * @param filter what it wants to hear of
 * @param beatMillis after how long of silence the stream says that it goes on
 */
record EventQuery(Filter filter, long beatMillis) {
    private static final long USUAL_BEAT = 15_000;
    private static final long SHORTEST_BEAT = 250;
    /** Below that after which a silent client is hung up on. */
    private static final long LONGEST_BEAT = 30_000;

    /** Reads {@code query}, or refuses what would filter in silence what nobody meant. */
    static EventQuery read(String query, Proxies proxies) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Set<String> names = new TreeSet<>();
        long beat = USUAL_BEAT;
        for (String part : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
            switch (equals < 0 ? part : part.substring(0, equals)) {
                case "proxy" -> names.add(known(value, proxies));
                case "kinds" -> kinds(value, kinds);
                case "beat_ms" -> beat = beat(value);
                default -> throw wrong("a parameter must be one of proxy, kinds, beat_ms, but was '" + part + "'");
            }
        }
        return new EventQuery(new Filter(kinds, names), beat);
    }

    private static String known(String proxy, Proxies proxies) {
        if (proxies.all().stream().noneMatch(each -> each.fields().name().equals(proxy))) {
            throw wrong("proxy must name one that there is, but was '" + proxy
                    + "'; without it, the stream tells of those to come, too");
        }
        return proxy;
    }

    private static void kinds(String list, Set<Kind> into) {
        for (String name : list.split(",", -1)) {
            Set<Kind> found = Kind.named(name);
            if (found.isEmpty()) {
                throw wrong("kinds must be a list of " + Kind.choices() + ", but had '" + name + "'");
            }
            into.addAll(found);
        }
    }

    private static long beat(String text) {
        try {
            long millis = Long.parseLong(text);
            if (millis >= SHORTEST_BEAT && millis <= LONGEST_BEAT) {
                return millis;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong("beat_ms must be from " + SHORTEST_BEAT + " to " + LONGEST_BEAT + ", but was '" + text + "'");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong("a parameter must be encoded for a URL, but was '" + text + "'");
        }
    }

    private static Refusal wrong(String message) {
        return new Refusal(Refusal.Kind.INVALID, message);
    }
}
