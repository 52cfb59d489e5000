package dev.foreshock.scenarios.internal.tree;

import java.util.Set;

/**
 * A single value, as written.
 *
 * @param site where it stands, quotes included
 * @param text the text, without quotes
 * @param quoted whether it was quoted or a block, so that nothing in it means null
 * @param inset how many characters of the site come before the text: 1 for a quote
 */
public record TextNode(Site site, String text, boolean quoted, int inset) implements Node {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    /** Returns the site of the characters from {@code from} to {@code to}; of everything where that cannot be told. */
    public Site part(int from, int to) {
        String line = site.source().line(site.line());
        int start =
                line.offsetByCodePoints(0, Math.min(site.column() - 1, line.codePointCount(0, line.length()))) + inset;
        if (start > line.length() || !line.startsWith(text, start) || from < 0 || to > text.length() || from > to) {
            return site;
        }
        int first = line.codePointCount(0, start + from) + 1;
        return new Site(site.source(), site.line(), first, site.line(), first + text.codePointCount(from, to));
    }

    /** Returns a part of this text as a text of its own. */
    public TextNode slice(int from, int to) {
        return new TextNode(part(from, to), text.substring(from, to), true, 0);
    }

    /** Tells whether nothing at all was written, which is a null too. */
    public boolean isEmpty() {
        return !quoted && text.isEmpty();
    }

    /** Returns this as a null that was written out. */
    public TextNode asNull() {
        return new TextNode(site, "null", false, 0);
    }

    @Override
    public boolean isNull() {
        return !quoted && NULLS.contains(text);
    }

    @Override
    public String shape() {
        return "'" + (text.length() > 60 ? text.substring(0, 57) + "..." : text) + "'";
    }
}
