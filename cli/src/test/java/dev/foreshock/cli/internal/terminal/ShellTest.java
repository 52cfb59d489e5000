package dev.foreshock.cli.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words for a shell. */
class ShellTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"web.replicas=4, web.replicas=4", "a b, 'a b'", "it's, 'it'\\''s'", "$(x), '$(x)'", "a;b, 'a;b'"})
    void whatAShellWouldTouchIsQuoted(String word, String quoted) {
        assertThat(Shell.quoted(word)).isEqualTo(quoted);
    }
}
