package dev.foreshock.junit;

import dev.foreshock.engine.RunOptions;
import dev.foreshock.junit.internal.ScenarioExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a method that is called with the runs of a scenario, whose gates are asserted as well. It may have parameters:
 *
 * <ul>
 *   <li>{@link dev.foreshock.engine.result.RunResult}: the method is called once for each replication, of each seed.
 *   <li>{@link dev.foreshock.engine.RunSet}: once for each seed, with all its replications and their judgements.
 *   <li>{@link dev.foreshock.engine.model.Scenario}: what was run, in addition to one of these or to none.
 * </ul>
 *
 * <p>Each seed is one {@code foreshock run FILE --seed SEED --replications N}. Failures end with that command, which gives the same
 * result. Where there are several replications, gates are claims about all of them: they are asserted where the method has a {@code
 * RunSet}, and otherwise in one invocation more per seed, in which the method is not called.
 *
 * <pre>{@code
 * @ScenarioTest(value = "promo.yaml", seeds = {7, 8, 9}, variants = "cache")
 * void nobodyIsAffected(RunResult run) {
 *     assertEquals(0, run.users().affected());
 * }
 * }</pre>
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(ScenarioExtension.class)
@SuppressWarnings("exports") // whom JUnit calls is nobody else's to use
public @interface ScenarioTest {
    /**
     * Returns which scenario: the name of one of the library; else a resource, beside the class or from the root of the class
     * path; else a file, from the directory that the tests run in.
     */
    String value();

    /** Returns the seeds, each for a run of its own. */
    long[] seeds() default RunOptions.DEFAULT_SEED;

    /** Returns how many replications each seed has; 0 for the usual: 1, or 20 for a method with a {@code RunSet}. */
    int replications() default 0;

    /** Returns the names of variants of the file that are applied; later ones win. */
    String[] variants() default {};

    /** Returns settings that are changed, such as {@code web.replicas=4}; later ones win. */
    String[] sets() default {};

    /** Returns overlay files that are put over the scenario's, each found as the scenario is; later ones win. */
    String[] overlays() default {};

    /** Returns the factor on arrivals, workers and capacities; refused where it would change what is measured. */
    double scale() default 1;

    /** Returns what is asserted, beside what the method asserts. */
    Judge judge() default Judge.GATES;

    /** Returns what becomes of the test where replications are too few to decide. */
    Inconclusive inconclusive() default Inconclusive.FAILS;
}
