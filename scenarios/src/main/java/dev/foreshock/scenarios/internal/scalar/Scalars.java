package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.compare.Cost;
import dev.foreshock.engine.curve.Recording;
import dev.foreshock.engine.judge.Baseline;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Figure;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.engine.unit.Window;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types that are written as single values. A new one is one line here. */
public final class Scalars {

    private static final Map<Class<?>, Scalar<?>> ALL = new LinkedHashMap<>();

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            int.class, Integer.class, long.class, Long.class, double.class, Double.class, boolean.class, Boolean.class);

    static {
        add(Scalar.of(Duration.class, "duration", "250ms or 90s or 2h30m", Quantities.DURATION, Quantities::duration));
        add(Scalar.of(Rate.class, "rate", "120/s or 5/min or 3/h", Quantities.RATE, Quantities::rate));
        add(Scalar.of(Percent.class, "share", "70%", Quantities.PERCENT, Quantities::percent));
        add(Scalar.of(Bytes.class, "amount of memory", "512 MiB or 4 GB", Quantities.BYTES, Quantities::bytes));
        add(Scalar.of(Multiple.class, "factor", "x3.5", Quantities.MULTIPLE, Quantities::multiple));
        add(Scalar.of(
                Load.class,
                "load",
                "120/s or x3",
                "(?:" + Quantities.RATE + "|" + Quantities.MULTIPLE + ")",
                Quantities::load));
        add(Scalar.of(Moment.class, "moment", "09:30 or 08:53:12 or +90m", Times.MOMENT, Times::moment));
        add(Scalar.of(Window.class, "stretch of time", "09:00 .. 12:00", Times.WINDOW, Times::window));
        add(Scalar.of(
                Clock.class,
                "clock",
                "2026-03-14T08:00+01:00 .. 13:00 or 2026-03-14T08:00Z .. +5h",
                Times.CLOCK,
                Times::clock));
        add(Scalar.of(LocalDateTime.class, "date and time", "2026-03-14T08:00", Times.DATE_TIME, Times::dateTime));
        add(Scalar.of(Integer.class, "whole number", "5", "[+-]?\\d{1,18}", Scalar.Json.INTEGER, Numbers::whole));
        add(Scalar.of(Long.class, "whole number", "5", "[+-]?\\d{1,18}", Scalar.Json.INTEGER, Numbers::longWhole));
        add(Scalar.of(
                Double.class,
                "number",
                "1.5",
                "[+-]?\\d{1,18}(?:\\.\\d{1,18})?",
                Scalar.Json.NUMBER,
                Numbers::decimal));
        add(Scalar.of(
                Boolean.class,
                "yes or no",
                "yes or no",
                "(?:[Yy]es|YES|[Nn]o|NO|[Tt]rue|TRUE|[Ff]alse|FALSE|[Oo]n|ON|[Oo]ff|OFF)",
                Scalar.Json.BOOLEAN,
                Numbers::truth));
        add(Scalar.of(
                Cost.class, "cost", "2 or 26280/year or 15/promo", Costs.PATTERN, Scalar.Json.NUMBER, Costs::cost));
        add(Scalar.of(String.class, "text", "a text", "", Scalar.Json.ANY, Numbers::text));
        add(Scalar.of(
                StepRef.class,
                "step",
                "triage or restart failed or restart worked",
                Steps.NAME + "(?:\\s+(?:worked|failed|done))?",
                Scalar.Json.ANY,
                Steps::reference));
        add(Scalar.of(
                Action.class,
                "action",
                "restart web or web.workers x2 or web.queue 100 or web.admit 25% or front.weights web 0% backup 100% or end outage",
                "(?:(?:restart|end)\\s+" + Steps.NAME + "|" + Steps.NAME + "\\.[\\p{L}\\p{N}_-]+\\s+\\S[\\s\\S]*)",
                Steps::action));
        add(Scalar.of(
                Condition.class,
                "condition",
                "success < 95% for 1m or visitors > x2 usual for 3m",
                "(?:[^<>=]*\\.)?(?:" + words(Signal.values(), Signal::text) + ")\\s*[<>=][\\s\\S]*",
                Conditions::read));
        add(Scalar.of(
                Figure.class,
                "figure",
                "blackout.total or crashes(web) after 11:30",
                "(?:" + words(Measure.values(), Measure::text) + ")(?![\\p{L}\\p{N}_.-])[^<>=]*",
                FigurePhrases::alone));
        add(new Scalar<>(
                Claim.class,
                "claim",
                "users.affected <= 5% or crashes(web) after 11:30 = 0 or success during 11:17 .. 11:30 >= 90% in every replication",
                "(?:" + words(Measure.values(), Measure::text) + ")(?![\\p{L}\\p{N}_.-])[\\s\\S]*[<>=][\\s\\S]*",
                Scalar.Json.STRING,
                Claims::read,
                null,
                ClaimInShare.class));
        add(new Scalar<>(
                Recording.class,
                "recording",
                "data/mentions.csv",
                "",
                Scalar.Json.ANY,
                Recordings::read,
                Recordings.NONE,
                null));
        add(new Scalar<>(
                Baseline.class,
                "result of a run",
                "baselines/main.json",
                "",
                Scalar.Json.ANY,
                Baselines::read,
                Baseline.NONE,
                null));
    }

    private Scalars() {}

    private static <T> String words(T[] values, Function<T, String> text) {
        return Stream.of(values).map(text).map(word -> word.replace(".", "\\.")).collect(Collectors.joining("|"));
    }

    private static void add(Scalar<?> scalar) {
        ALL.put(scalar.type(), scalar);
    }

    /** Returns how {@code type} is written, or null if it is not written as a single value. */
    public static @Nullable Scalar<?> find(Class<?> type) {
        return ALL.get(BOXES.getOrDefault(type, type));
    }

    /** Returns every type, in the order of the reference page. */
    public static List<Scalar<?>> all() {
        return List.copyOf(ALL.values());
    }
}
