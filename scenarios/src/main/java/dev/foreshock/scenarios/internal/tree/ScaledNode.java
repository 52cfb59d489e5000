package dev.foreshock.scenarios.internal.tree;

/**
 * A value that is a multiple of what a lower layer says.
 *
 * @param base what the lower layer says: a text, a number with a basis, or another multiple
 * @param factor how many times that
 * @param written the factor as written
 */
public record ScaledNode(Node base, double factor, TextNode written) implements Node {

    @Override
    public Site site() {
        return written.site();
    }

    @Override
    public String shape() {
        return written.shape();
    }
}
