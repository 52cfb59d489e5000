package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comma in parentheses ends a value in a flow map: no fault of the user's that is worth three messages. */
class YamlCommaTest {

    @TempDir
    Path directory;

    @Test
    void aTornCallIsOneMistakeWithItsCure() {
        String torn = Fixtures.small().replace("exponential(mean 5ms)", "lognormal(mean 5ms, cv 1)");
        assertThat(Fixtures.load(directory, torn).diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(Code.COMMA);
            assertThat(found.help()).isEqualTo("put the value in quotes: \"lognormal(mean 5ms, cv 1)\"");
            assertThat(found.length()).isEqualTo("lognormal(mean 5ms, cv 1)".length());
        });
    }

    @Test
    void inQuotesOrOnALineOfItsOwnACallIsWhole() {
        String quoted = Fixtures.small().replace("exponential(mean 5ms)", "\"lognormal(mean 5ms, cv 1)\"");
        String block = Fixtures.small()
                .replace(
                        "db: { is: database, pool: 5, query: exponential(mean 5ms) }",
                        "db:\n    is: database\n    pool: 5\n    query: lognormal(mean 5ms, cv 1)");
        assertThat(Fixtures.load(directory, quoted).scenario())
                .isNotNull()
                .isEqualTo(Fixtures.load(directory, block).scenario());
    }

    @Test
    void anOpenParenthesisSwallowsNothingThatHasAColon() {
        LoadResult result = Fixtures.load(directory, Fixtures.small("about: see (below", "gates:", "define:"));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.scenario()).isNotNull();
    }
}
