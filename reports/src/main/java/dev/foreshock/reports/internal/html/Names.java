package dev.foreshock.reports.internal.html;

import java.util.List;

/** Lists names in a sentence. */
final class Names {
    private static final int MOST = 8;

    private Names() {}

    /** Returns the names, or the first of them and how many more the table of components has. */
    static String of(List<String> names) {
        return names.size() <= MOST
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST)) + " and " + (names.size() - MOST)
                        + " more, which the table of components has";
    }
}
