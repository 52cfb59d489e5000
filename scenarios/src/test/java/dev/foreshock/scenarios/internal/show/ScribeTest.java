package dev.foreshock.scenarios.internal.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.scenarios.Shown;
import dev.foreshock.scenarios.internal.scalar.Texts;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is written is YAML for the same text. */
class ScribeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "4/s",
                "$peak x2",
                "+40%",
                "success < 95% for 1m",
                "a: b",
                "a:b",
                "a #b",
                "- a",
                "[a",
                "{a",
                "a,b",
                "'a'",
                "\"a\"",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a",
                "null",
                "Null",
                "~",
                "",
                " a",
                "a ",
                "a\nb",
                "a\tb",
                "\u2028",
                "?",
                "? a",
                ":",
                "-",
                "a - b",
                "=",
                "<",
                "2026-03-14T08:00Z .. 09:00",
                "\\",
                "\u00e4"
            })
    void aTextIsReadBackAsItWas(String text) {
        String line = "[" + Scribe.plain(text) + "]";
        Object read = new Load(LoadSettings.builder()
                        .setSchema(new org.snakeyaml.engine.v2.schema.FailsafeSchema())
                        .build())
                .loadFromString(line);
        assertThat(read).as(line).isEqualTo(List.of(text));
    }

    @Test
    void mapsAndListsAreWrittenInFlow() {
        TextNode key = Texts.node("k");
        Node map = MapNode.empty(key.site()).with(key, new ListNode(key.site(), List.of(Texts.node("a"), key)));
        assertThat(Scribe.flow(map)).isEqualTo("{k: [a, k]}");
        assertThat(Scribe.flow(new TextNode(key.site(), "", false, 0))).isEqualTo("null");
        assertThat(Scribe.flow(Texts.node(""))).isEqualTo("\"\"");
    }

    @Test
    void aNameThatNothingFollowsIsAMapWithoutSettings() {
        Scribe scribe = new Scribe();
        scribe.name(0, "requests", "requests");
        scribe.name(1, "browse", "requests.browse");
        scribe.close();
        scribe.close();
        assertThat(scribe.lines()).extracting(Shown.Line::text).containsExactly("requests:", "  browse: {}");
    }

    @Test
    void aLineKnowsItsDepthAndItsOrigin() {
        Scribe scribe = new Scribe();
        scribe.name(0, "users", "users");
        scribe.builtIn(1, "a key: odd", "users.odd", "10s");
        assertThat(scribe.lines()).extracting(Shown.Line::text).containsExactly("users:", "  \"a key: odd\": 10s");
        assertThat(scribe.lines()).extracting(Shown.Line::layer).containsExactly("", "built-in");
    }
}
