package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.forecast.Figure;
import dev.foreshock.engine.forecast.Figure.Kind;
import dev.foreshock.engine.forecast.Forecast.Foretold;
import dev.foreshock.engine.forecast.Rehearsed.Lies;
import dev.foreshock.engine.load.LoadSeen;
import dev.foreshock.reports.Calibrated;
import dev.foreshock.reports.internal.account.Rehearsal.Compared;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code rehearsal.json}. */
public final class RehearsalReader {
    private static final Set<Lies> OF_BOTH = EnumSet.of(Lies.INSIDE, Lies.BELOW, Lies.ABOVE);

    private RehearsalReader() {}

    /**
     * Returns what the text of a {@code rehearsal.json} says of the run in {@code account}.
     *
     * @throws UnreadableException if it is no such text, or one of another rehearsal
     */
    public static Rehearsal read(String text, Account account) {
        Fields root = new Fields(AccountReader.tree(text, "rehearsal.json"), "");
        if (!root.text("scenario").equals(account.scenario()) || root.whole("seed") != account.seed()) {
            throw new UnreadableException(
                    "rehearsal.json must be of the rehearsal of result.json, " + account.scenario()
                            + " with seed " + account.seed() + ", but was of " + root.text("scenario") + " with seed "
                            + root.whole("seed"));
        }
        return new Rehearsal(
                root.count("replications"),
                root.list("figures").stream().map(RehearsalReader::compared).toList(),
                texts(root.at("faults")),
                texts(root.at("others")),
                seconds(root.at("late"), "p99"),
                seconds(root.at("late"), "most"),
                load(root.at("load")),
                calibrated(root));
    }

    /**
     * Returns what the text of a {@code rehearsal.json} says that it was foretold with; null if that was the scenario alone.
     *
     * @throws UnreadableException if it is no such text
     */
    public static @Nullable Calibrated calibrated(String text) {
        try {
            return calibrated(new Fields(AccountReader.tree(text, "rehearsal.json"), ""));
        } catch (UnreadableException e) {
            String said = String.valueOf(e.getMessage());
            throw said.startsWith("/") ? new UnreadableException("rehearsal.json: " + said) : e;
        }
    }

    /** One of an older version says the name of the overlay alone. */
    private static @Nullable Calibrated calibrated(Fields root) {
        String file = root.text("calibrated");
        if (file.isEmpty()) {
            return null;
        } else if (!root.has("calibration")) {
            return new Calibrated(file, "", 0, 0, "", Map.of(), "");
        }
        Fields calibration = root.at("calibration");
        return new Calibrated(
                file,
                calibration.text("measured"),
                calibration.count("processors"),
                calibration.count("jdk"),
                calibration.text("os"),
                texts(calibration.at("parts")),
                calibration.text("sha256"));
    }

    private static Compared compared(Fields each) {
        Kind kind = constant(each, "figure", Kind.values(), RehearsalReader::name);
        Lies lies = constant(each, "lies", Lies.values(), Lies::text);
        Foretold foretold = each.has("median") ? foretold(each) : null;
        Double observed = each.numberOrNull("observed");
        if (OF_BOTH.contains(lies) && (foretold == null || observed == null)) {
            throw new UnreadableException(
                    each.where() + " must be foretold and observed, as it lies " + lies.text() + ", but was not");
        }
        return new Compared(new Figure(each.text("phase"), kind), foretold, observed, lies);
    }

    private static Foretold foretold(Fields each) {
        int seenIn = each.count("seenIn");
        if (seenIn < 1) {
            throw new UnreadableException(each.where() + "/seenIn must be at least 1, but was " + seenIn);
        }
        return new Foretold(each.number("low"), each.number("median"), each.number("high"), seenIn);
    }

    /** Returns the constant that a field names. */
    private static <E extends Enum<E>> E constant(Fields each, String field, E[] all, Function<E, String> name) {
        String said = each.text(field);
        return Stream.of(all)
                .filter(one -> name.apply(one).equals(said))
                .findFirst()
                .orElseThrow(() -> new UnreadableException(each.where() + "/" + field + " must be one of "
                        + Stream.of(all).map(name).collect(Collectors.joining(", "))
                        + (said.isEmpty() ? ", but was left out" : ", but was " + said)));
    }

    /** Returns a kind as the file names it. */
    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, String> texts(Fields of) {
        Map<String, String> texts = new LinkedHashMap<>();
        of.names().forEach(name -> texts.put(name, of.text(name)));
        return texts;
    }

    private static Duration seconds(Fields of, String name) {
        return Duration.ofNanos(Math.round(of.amount(name) * 1e9));
    }

    /** Foreshock's own users write nothing down. */
    private static @Nullable LoadSeen load(Fields load) {
        if (!load.has("directory")) {
            return null;
        }
        Fields late = load.at("late");
        return new LoadSeen(
                load.text("by"),
                load.text("directory"),
                load.whole("users"),
                load.whole("requests"),
                seconds(late, "p99").toNanos(),
                seconds(late, "most").toNanos());
    }
}
