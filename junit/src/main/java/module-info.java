import org.jspecify.annotations.NullMarked;

/** The JUnit 5 extension: a scenario as a test, real faults in a test. */
@NullMarked
module dev.foreshock.junit {
    requires transitive dev.foreshock.engine;
    requires transitive dev.foreshock.faults;
    requires dev.foreshock.reports;
    requires dev.foreshock.scenarios;
    requires static transitive org.jspecify;
    requires transitive org.junit.jupiter.api;
    requires transitive org.opentest4j;

    exports dev.foreshock.junit;

    opens dev.foreshock.junit.internal to
            org.junit.platform.commons;
}
