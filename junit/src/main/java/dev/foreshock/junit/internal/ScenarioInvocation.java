package dev.foreshock.junit.internal;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.junit.ScenarioFailedError;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * One invocation: of a replication, or of all of a seed.
 *
 * @param scenarioRuns the scenario with its runs
 * @param seed the seed
 * @param replication the number of the replication, or {@link #ALL}
 * @param calls whether the method is called
 * @param judges whether the claims are asserted
 */
record ScenarioInvocation(ScenarioRuns scenarioRuns, long seed, int replication, boolean calls, boolean judges)
        implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {
    static final int ALL = -1;

    @Override
    public String getDisplayName(int invocationIndex) {
        int replications = scenarioRuns.request().replications();
        String ofSeed = "seed " + seed;
        if (replications == 1) {
            return ofSeed;
        }
        String what = !calls
                ? scenarioRuns.claimsNoun() + " over " + replications + " replications"
                : replication == ALL
                        ? replications + " replications"
                        : "replication " + (replication + 1) + " of " + replications;
        return scenarioRuns.request().seeds().size() == 1 ? what : ofSeed + ", " + what;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunResult.class || type == RunSet.class || type == Scenario.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Scenario.class) {
            return scenarioRuns.scenario();
        }
        RunSet runs = scenarioRuns.runs(seed);
        return type == RunSet.class
                ? runs
                : replication == ALL ? runs.exemplarRun() : runs.runs().get(replication);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        List<Throwable> failures = new ArrayList<>();
        if (calls) {
            called(invocation, failures);
        } else {
            invocation.skip();
        }
        Claims claims = judges ? Claims.of(scenarioRuns, seed) : Claims.NONE;
        claims.told().forEach(context::publishReportEntry);
        failures.addAll(claims.failures());
        if (!failures.isEmpty()) {
            throw new ScenarioFailedError(heading(), failures, scenarioRuns.replay(seed));
        }
        if (!claims.undecided().isEmpty()) {
            throw new TestAbortedException(heading() + ": " + String.join("; ", claims.undecided()) + "\nreplay: "
                    + scenarioRuns.replay(seed));
        }
    }

    /** What the method asserts is a failure beside those of the claims; an assumption that it makes ends the test. */
    private static void called(Invocation<Void> invocation, List<Throwable> failures) throws Throwable {
        try {
            invocation.proceed();
        } catch (TestAbortedException e) {
            throw e;
        } catch (AssertionError | Exception e) {
            failures.add(e);
        }
    }

    private String heading() {
        int replications = scenarioRuns.request().replications();
        return scenarioRuns.request().source() + ", seed " + seed
                + (replications == 1
                        ? ""
                        : replication == ALL
                                ? ", " + replications + " replications"
                                : ", replication " + (replication + 1) + " of " + replications);
    }
}
