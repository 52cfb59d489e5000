package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.curve.Profile;
import dev.foreshock.engine.curve.Ramp;
import dev.foreshock.engine.curve.Recorded;
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.describe.Caution.Kind;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.engine.unit.Spans;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Finds traffic curves that bring nobody, run backwards, or end before the scenario does. */
public final class CurveCautions {
    private static final int LOOKS = 1000;
    private static final Rate NOTHING = Rate.perSecond(0);

    private final Clock clock;
    private final List<Caution> found;

    private CurveCautions(View view, List<Caution> found) {
        clock = view.scenario.clock();
        this.found = found;
    }

    /** Adds what it finds. */
    public static void find(View view, List<Caution> found) {
        CurveCautions rule = new CurveCautions(view, found);
        view.scenario
                .traffic()
                .forEach((users, curves) -> curves.forEach((name, curve) -> {
                    String path = "traffic." + users + "." + name;
                    if (curve instanceof Ramp ramp && clock(view, ramp.to()) < clock(view, ramp.from())) {
                        rule.reversed(ramp, path);
                    } else if (curve instanceof Recorded recorded) {
                        rule.recorded(recorded, path);
                    } else if (!isNothing(curve) && rule.bringsNobody(curve, rule.usual(curves))) {
                        rule.silent(curve, path);
                    }
                }));
    }

    private static long clock(View view, Moment moment) {
        return view.scenario.clock().nanosAt(moment);
    }

    private void reversed(Ramp ramp, String path) {
        found.add(new Caution(
                Kind.CURVE_REVERSED,
                path + ".to",
                "the ramp starts to grow at " + ramp.from() + " but is full before, at " + ramp.to()
                        + ": it jumps instead of growing",
                "swap them, or use a step"));
    }

    /** Looks wherever a curve may bend, and at a thousand times in between. */
    private boolean bringsNobody(Curve curve, Rate usual) {
        Profile profile = curve.on(clock, usual);
        LongStream bends = LongStream.of(profile.breaksNanos()).flatMap(at -> LongStream.of(at, at + 1));
        LongStream even = LongStream.range(0, LOOKS).map(look -> clock.lengthNanos() / LOOKS * look);
        return LongStream.concat(bends, even)
                .filter(at -> at >= 0 && at < clock.lengthNanos())
                .noneMatch(at -> profile.perSecondAt(at) != 0);
    }

    private Rate usual(Map<String, Curve> curves) {
        Curve usual = curves.get("usual");
        double perSecond = usual == null ? 0 : usual.on(clock, NOTHING).perSecondAt(0);
        return perSecond > 0 && Double.isFinite(perSecond) ? Rate.perSecond(perSecond) : NOTHING;
    }

    /** Tells whether a curve says itself that it brings nobody. */
    private static boolean isNothing(Curve curve) {
        return curve instanceof Record description
                && Settings.of(description.getClass()).stream()
                        .map(setting -> Settings.value(description, setting))
                        .anyMatch(value -> value instanceof Load load
                                && load.against(Rate.perSecond(1)).perSecond() == 0);
    }

    private void silent(Curve curve, String path) {
        String first = "";
        Moment from = null;
        for (RecordComponent setting : curve instanceof Record description
                ? Settings.of(description.getClass())
                : List.<RecordComponent>of()) {
            if (!(Settings.value((Record) curve, setting) instanceof Moment moment)) {
                continue;
            }
            String key = Settings.key(setting);
            if (clock.nanosAt(moment) >= clock.lengthNanos()) {
                add(path + "." + key, "the curve brings nobody: " + outside(moment), "write a time within the clock");
                return;
            } else if (from != null && clock.nanosAt(moment) <= clock.nanosAt(from)) {
                add(
                        path + "." + key,
                        "the curve brings nobody: " + key + ": " + moment + " is not after " + first + ": " + from,
                        later(key, moment, from));
                return;
            }
            first = key;
            from = moment;
        }
        add(
                path,
                "the curve brings nobody while the scenario plays: it ends before it begins, or is a multiple of nothing",
                "mend its times, or take it away");
    }

    private String outside(Moment moment) {
        String end = Times.at(clock, clock.lengthNanos());
        return moment instanceof Moment.At at
                        && at.time().isBefore(clock.start().toLocalTime())
                ? moment + " is before the clock starts, at " + Times.at(clock, 0)
                        + ", and so is taken for the next day, after its end, at " + end
                : moment + " is not before the end of the clock, " + end;
    }

    private String later(String key, Moment moment, Moment from) {
        return moment instanceof Moment.After after
                ? moment + " counts from the start of the clock, " + Times.at(clock, 0) + ": write " + key + ": "
                        + Times.at(
                                clock, clock.nanosAt(from) + after.sinceStart().toNanos())
                : "write a later time";
    }

    private void add(String path, String message, String help) {
        found.add(new Caution(Kind.CURVE_SILENT, path, message, help));
    }

    private void recorded(Recorded recorded, String path) {
        LocalDateTime from = recorded.from() == null ? recorded.recording().start() : recorded.from();
        LocalDateTime end = from.plus(clock.length());
        if (recorded.recording().end().isBefore(end)) {
            Duration missing = Duration.between(recorded.recording().end(), end);
            found.add(new Caution(
                    Kind.RECORDING_TOO_SHORT,
                    path,
                    "the recording ends at " + recorded.recording().end() + ", and the last " + Spans.text(missing)
                            + " of the scenario have none of it",
                    "shorten the clock, or start earlier in the recording"));
        }
        if (from.isBefore(recorded.recording().start())) {
            Duration missing = Duration.between(from, recorded.recording().start());
            found.add(new Caution(
                    Kind.RECORDING_TOO_SHORT,
                    path + ".from",
                    "the recording starts at " + recorded.recording().start() + ", and the first " + Spans.text(missing)
                            + " of the scenario have none of it",
                    "start later in the recording"));
        }
    }
}
