package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.Site;

/**
 * How much imports, classes and defaults may add to a scenario. A few lines that double something twenty times would otherwise
 * fill the memory.
 */
final class Quota {

    /** The most values that may be copied: a system of thirty services has some thousands. */
    private static final int MOST = 500_000;

    private static final int IMPORT = 1_000;

    private final Report report;
    private int left = MOST;

    Quota(Report report) {
        this.report = report;
    }

    /** Tells whether {@code copied}, which {@code site} asks for, still fits; reports the first that does not. */
    boolean allows(Node copied, Site site) {
        if (left >= 0) {
            left -= size(copied, left + 1);
            if (left < 0) {
                report.add(
                        Code.LIMIT,
                        site.place(),
                        "imports, classes and defaults must not add more than " + MOST + " values to a scenario",
                        "import or repeat less");
            }
        }
        return left >= 0;
    }

    /** Tells whether the sections of an import still fit; reading a file counts like many values. */
    boolean allowsImport(Node sections, Site site) {
        left = left < 0 ? left : Math.max(0, left - IMPORT);
        return allows(sections, site);
    }

    /** Returns how many values there are in {@code node}; counting stops at {@code most}. */
    private static int size(Node node, int most) {
        int size = 1;
        if (node instanceof MapNode map) {
            for (MapNode.Entry entry : map.entries()) {
                if (size >= most) {
                    return size;
                }
                size += size(entry.value(), most - size);
            }
        } else if (node instanceof ListNode list) {
            for (Node item : list.items()) {
                if (size >= most) {
                    return size;
                }
                size += size(item, most - size);
            }
        }
        return size;
    }
}
