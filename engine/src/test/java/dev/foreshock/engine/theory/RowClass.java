package dev.foreshock.engine.theory;

/** How a row is checked. */
enum RowClass {
    /** One value without chance: equal to nine digits. */
    EXACT("exact"),
    /** A mean or a probability: inside the interval and within the tolerance. */
    MEAN("mean"),
    /** A quantile: inside the interval and within twice the tolerance. */
    QUANTILE("quantile"),
    /** A bound: the mean must not pass it. */
    BOUND("bound"),
    /** A limit theorem or an approximation: within the tolerance, which says how far from the limit the model is. */
    LIMIT("limit"),
    /** A probability too small to be met: its complement is checked. */
    RARE("rare"),
    /** A formula of a curve or a rule, which the engine computes without simulating. */
    FUNCTION("function"),
    /** Not checked; the reason stands beside it. */
    OPEN("open");

    private final String text;

    RowClass(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
