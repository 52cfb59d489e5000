package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.scenarios.internal.source.Layer;
import dev.foreshock.scenarios.internal.source.SourceText;
import dev.foreshock.scenarios.internal.tree.Site;
import dev.foreshock.scenarios.internal.tree.TextNode;

/** Texts that Foreshock itself writes, such as defaults and examples. */
public final class Texts {

    private static final String NOWHERE = "default";

    private Texts() {}

    /** Tells whether {@code site} is of a text that Foreshock itself writes. */
    public static boolean isNowhere(Site site) {
        return site.source().layer().kind() == Layer.Kind.BUILT_IN;
    }

    /** Returns {@code text} as a node that is nowhere in a file. */
    public static TextNode node(String text) {
        SourceText source = SourceText.of(NOWHERE, text, null, new Layer(Layer.Kind.BUILT_IN, ""));
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
