package dev.foreshock.reports;

/**
 * What text is written on: how many columns a line may take, and whether there are colors.
 *
 * <p>Longer lines are broken, and tables that are wider move columns below the rest of their row, each with its name, so that
 * nothing is lost. A command, an address or the name of a file is not broken.
 *
 * @param width the columns; between 40 and 132, what is beyond counts as that
 * @param isColored whether to use ANSI colors
 */
public record Page(int width, boolean isColored) {
    /** How wide a page is where nobody says. */
    public static final int USUAL_WIDTH = 100;

    private static final int LEAST = 40;
    private static final int MOST = 132;

    /** Keeps the width within reason. */
    public Page {
        width = Math.max(LEAST, Math.min(MOST, width));
    }

    /** Returns a page of the usual width. */
    public static Page usual(boolean isColored) {
        return new Page(USUAL_WIDTH, isColored);
    }
}
