package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.scenarios.internal.source.SourceText;
import dev.foreshock.scenarios.internal.tree.Site;
import dev.foreshock.scenarios.internal.tree.TextNode;

/** Texts that Foreshock itself writes, such as defaults and examples. */
public final class Texts {

    private Texts() {}

    /** Returns {@code text} as a node that is nowhere in a file. */
    public static TextNode node(String text) {
        SourceText source = SourceText.of("default", text, null);
        return new TextNode(new Site(source, 1, 1, 1, text.length() + 1), text, true, 0);
    }

    static <T> T must(Scalar.Reading<T> reading, String text) {
        try {
            return reading.read(Phrase.of(node(text), "example", Desk.blank()));
        } catch (Misreading e) {
            throw new IllegalStateException("an example must be readable, but was " + text, e);
        }
    }
}
