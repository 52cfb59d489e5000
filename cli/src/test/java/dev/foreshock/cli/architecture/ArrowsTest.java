package dev.foreshock.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** The top level is the architecture: an arrow may only point down. It lives here because only {@code cli} sees every module. */
class ArrowsTest {

    private static final String ROOT = "dev.foreshock.";

    private static final Set<String> FOUR = Set.of("scenarios", "reports", "simulated", "faults");

    /** What each module may use, beside itself. The four in the middle never import each other. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "engine", Set.of(),
            "scenarios", Set.of("engine"),
            "reports", Set.of("engine"),
            "simulated", Set.of("engine"),
            "faults", Set.of("engine"),
            "load", Set.of("engine"),
            "containers", Set.of("engine", "simulated"),
            "junit", with(FOUR, "engine"),
            "console", with(FOUR, "engine"),
            "cli", with(FOUR, "engine", "junit", "console"));

    /** Modules that are on nobody's class path: they are looked at where they were built before this one. */
    private static final List<String> APART = List.of("load", "containers");

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importLocations(locations());

    private static List<Location> locations() {
        List<Location> locations = new ArrayList<>(Locations.ofPackage("dev.foreshock"));
        APART.stream()
                .map(ArrowsTest::built)
                .filter(Files::isDirectory)
                .map(Location::of)
                .forEach(locations::add);
        return locations;
    }

    private static Path built(String module) {
        return Path.of(System.getProperty("foreshock.root", "..")).resolve(module + "/target/classes");
    }

    @Test
    void everyClassBelongsToAModuleOfTheDrawing() {
        Set<String> found = new TreeSet<>();
        PRODUCTION.forEach(type -> found.add(moduleOf(type)));
        assertThat(found)
                .contains("engine", "scenarios", "reports", "simulated", "faults", "junit", "cli")
                .isSubsetOf(ARROWS.keySet());
    }

    @Test
    void anArrowBetweenModulesOnlyPointsDown() {
        classes()
                .should(only(
                        "use modules below their own",
                        (from, to) -> moduleOf(from).equals(moduleOf(to))
                                || ARROWS.getOrDefault(moduleOf(from), Set.of()).contains(moduleOf(to))))
                .check(PRODUCTION);
    }

    @Test
    void internalPackagesAreUsedByTheirOwnModuleOnly() {
        classes()
                .should(only(
                        "use no internal package of another module",
                        (from, to) -> moduleOf(from).equals(moduleOf(to)) || !isInternal(to)))
                .check(PRODUCTION);
    }

    @Test
    void theEngineDependsOnNothingButTheJdkAndItsFourLibraries() {
        classes()
                .that()
                .resideInAPackage("dev.foreshock.engine..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.foreshock.engine..",
                        "java..",
                        "org.HdrHistogram..",
                        "org.apache.commons.math3..",
                        "org.apache.commons.rng..",
                        "org.jspecify..")
                .check(PRODUCTION);
    }

    @Test
    void gatlingAndTestcontainersAreOutOfReachOfTheCommand() {
        for (String each : List.of("io.gatling.app.Gatling", "org.testcontainers.DockerClientFactory")) {
            assertThatThrownBy(() -> Class.forName(each)).isInstanceOf(ClassNotFoundException.class);
        }
        for (String module : APART) {
            assertThat(Files.isDirectory(built(module)))
                    .as("the module " + module + " is looked at")
                    .isEqualTo(anyOf(module));
        }
    }

    private static boolean anyOf(String module) {
        return PRODUCTION.stream().anyMatch(type -> moduleOf(type).equals(module));
    }

    /** The twin runs the engine's components, and Gatling what its users decide: what both could decide with by themselves is out of reach. */
    @Test
    void theTwinAndItsLoadDecideAndDrawNothingByThemselves() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.foreshock.simulated..", "dev.foreshock.load..", "dev.foreshock.containers..")
                // HAProxy decides by itself: what it is told is written there.
                .and()
                .resideOutsideOfPackage("dev.foreshock.simulated.internal.haproxy..")
                // A secret, of which nothing that is played knows.
                .and()
                .doNotHaveFullyQualifiedName("dev.foreshock.simulated.internal.wire.Token")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.foreshock.engine.arrival..",
                        "dev.foreshock.engine.call..",
                        "dev.foreshock.engine.curve..",
                        "dev.foreshock.engine.law..",
                        "dev.foreshock.engine.policy..",
                        "dev.foreshock.engine.random..",
                        "java.util.random..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .check(PRODUCTION);
    }

    @Test
    void publicPackagesOfTheEngineFormNoCycle() {
        slices().assignedFrom(new PublicPackagesOfTheEngine())
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(PRODUCTION);
    }

    @Test
    void theRoomsBehindTheLanguageFormNoCycle() {
        slices().matching("dev.foreshock.scenarios.internal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCTION);
    }

    @Test
    void theRoomsOfTheCommandsFormNoCycle() {
        slices().matching("dev.foreshock.cli.internal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCTION);
    }

    private static ArchCondition<JavaClass> only(String rule, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>(rule) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (target.getPackageName().startsWith(ROOT) && !allowed.test(type, target)) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static String moduleOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.", 2)[0];
    }

    private static boolean isInternal(JavaClass type) {
        return (type.getPackageName() + ".").contains(".internal.");
    }

    private static Set<String> with(Set<String> modules, String... more) {
        Set<String> all = new TreeSet<>(modules);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }

    private static final class PublicPackagesOfTheEngine implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return Optional.of(type)
                    .filter(t -> t.getPackageName().startsWith("dev.foreshock.engine") && !isInternal(t))
                    .map(t -> SliceIdentifier.of(t.getPackageName()))
                    .orElseGet(SliceIdentifier::ignore);
        }

        @Override
        public String getDescription() {
            return "public packages of the engine";
        }
    }
}
