package dev.foreshock.engine.call;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;

/**
 * Ejection of outliers: a target whose calls fail in a row gets none for a while, longer each time. See
 * {@link dev.foreshock.engine.policy.Ejection}. By default as Envoy has it: {@code consecutive_5xx 5}, {@code base_ejection_time 30s},
 * {@code max_ejection_time 300s}, {@code max_ejection_percent 10}.
 *
 * @param after how many calls in a row must fail
 * @param lasts how long the first ejection lasts; the n-th in a row lasts n times as long
 * @param longest the longest that one lasts
 * @param atMost the share of the targets that may be out at a time; one may in any case, if there is another
 */
@Doc("A target whose calls fail in a row gets none for a while, longer each time.")
@Shorthand("after")
public record EjectionSpec(
        @Doc("How many calls in a row must fail.") @Default("5") @Range(min = 1, max = 1_000_000)
        int after,

        @Doc("How long the first ejection lasts; the n-th in a row lasts n times as long.")
        @Key("for")
        @Default("30s")
        @Range(min = 1e-3)
        Duration lasts,

        @Doc("The longest that one lasts.") @Default("300s") @Range(min = 1e-3)
        Duration longest,

        @Doc("The share of the targets that may be out at a time; one may in any case, if there is another.")
        @Default("10%")
        Percent atMost)
        implements Validated {
    private static final Duration USUAL_LONGEST = Duration.ofMinutes(5);

    @Override
    public void validate(Problems problems) {
        if (longest.compareTo(lasts) < 0) {
            problems.at("longest")
                    .add(
                            Flaw.CONFLICT,
                            "the longest ejection must not be shorter than the first of " + Spans.text(lasts)
                                    + ", but was " + Spans.text(longest));
        }
    }

    /** Returns ejection for {@code first} after so many failures in a row, for 300 s or {@code first} at most, of a tenth of the targets at a time. */
    public static EjectionSpec after(int failures, Duration first) {
        Duration longest = first.compareTo(USUAL_LONGEST) > 0 ? first : USUAL_LONGEST;
        return new EjectionSpec(failures, first, longest, Percent.of(10));
    }
}
