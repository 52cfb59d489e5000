package dev.foreshock.junit.internal;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.junit.ScenarioTest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes invocations of a method with {@link ScenarioTest}. Loads the scenario; what is simulated, is when it is asked for. */
public final class ScenarioExtension implements TestTemplateInvocationContextProvider {
    /** Creates the extension; JUnit does. */
    public ScenarioExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), ScenarioTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        ScenarioTest annotation = AnnotationSupport.findAnnotation(method, ScenarioTest.class)
                .orElseThrow(() -> new ExtensionConfigurationException("there must be a @ScenarioTest on " + method));
        Request request =
                Request.of(annotation, Finder.of(context.getRequiredTestClass()), takes(method, RunSet.class));
        if (takes(method, RunSet.class) && takes(method, RunResult.class) && request.replications() > 1) {
            throw new ExtensionConfigurationException(
                    "a method with " + request.replications()
                            + " replications must take a RunResult (called for each) or a RunSet (called once), but takes both");
        }
        ScenarioRuns scenarioRuns = ScenarioRuns.of(request);
        scenarioRuns.warnings().forEach(warning -> context.publishReportEntry("warning", warning));
        return request.seeds().stream()
                .flatMap(seed -> ofSeed(scenarioRuns, seed, takes(method, RunSet.class)))
                .map(TestTemplateInvocationContext.class::cast);
    }

    private static Stream<ScenarioInvocation> ofSeed(ScenarioRuns scenarioRuns, long seed, boolean takesSet) {
        int replications = scenarioRuns.request().replications();
        if (takesSet || replications == 1) {
            return Stream.of(new ScenarioInvocation(scenarioRuns, seed, ScenarioInvocation.ALL, true, true));
        }
        Stream<ScenarioInvocation> each = IntStream.range(0, replications)
                .mapToObj(number -> new ScenarioInvocation(scenarioRuns, seed, number, true, false));
        return scenarioRuns.hasClaims()
                ? Stream.concat(
                        each,
                        Stream.of(new ScenarioInvocation(scenarioRuns, seed, ScenarioInvocation.ALL, false, true)))
                : each;
    }

    private static boolean takes(Method method, Class<?> type) {
        return List.copyOf(Arrays.asList(method.getParameterTypes())).contains(type);
    }
}
