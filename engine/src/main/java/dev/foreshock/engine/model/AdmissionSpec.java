package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;

/**
 * Admission control: a token bucket decides who is served; the others are turned away at once.
 *
 * @param rate how many are admitted per second in the long run
 * @param by what needs a token: each session once, or every request
 * @param burst for how long unused tokens are saved up
 * @param per whether the rate is that of all replicas together, or of each
 */
@Doc("Admission control: a token bucket decides who is served; the others are turned away at once.")
public record AdmissionSpec(
        @Doc("How many are admitted per second in the long run.") @Scales @Range(min = 1e-9)
        Rate rate,

        @Doc("What needs a token: session (once; later requests of an admitted session pass) or request.")
        @Default("session")
        By by,

        @Doc("For how long unused tokens are saved up.") @Default("1s") @Range(min = 1e-3)
        Duration burst,

        @Doc("What the rate is for: all replicas together, or each replica.") @Default("all")
        Per per) {
    /** What needs a token. */
    public enum By {
        /** A session, once. */
        SESSION,
        /** Every request. */
        REQUEST
    }

    /** Whose rate it is. */
    public enum Per {
        /** Of all replicas together. */
        ALL,
        /** Of each replica. */
        REPLICA
    }

    /** Creates admission for all replicas together. */
    public AdmissionSpec(Rate rate, By by, Duration burst) {
        this(rate, by, burst, Per.ALL);
    }

    /** Returns this with another rate. */
    public AdmissionSpec admitting(double perSecond) {
        return new AdmissionSpec(Rate.perSecond(perSecond), by, burst, per);
    }

    /** Returns how many are admitted per second by this many replicas. */
    public double perSecond(int replicas) {
        return rate.perSecond() * (per == Per.REPLICA ? replicas : 1);
    }

    /** Returns admission of {@code rate} sessions with a burst of a second. */
    public static AdmissionSpec sessions(Rate rate) {
        return new AdmissionSpec(rate, By.SESSION, Duration.ofSeconds(1));
    }
}
