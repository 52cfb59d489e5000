package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.scenarios.DocumentKind;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.tree.MapNode;

/**
 * A document with everything that lies below it merged in.
 *
 * @param kind what it is
 * @param tree its sections
 * @param location where it is
 */
public record Document(DocumentKind kind, MapNode tree, Location location) {

    /** Returns the word for a kind of document with its article. */
    static String text(DocumentKind kind) {
        return switch (kind) {
            case SCENARIO -> "a scenario";
            case SYSTEM -> "a system";
            case OVERLAY -> "an overlay";
            case TARGET -> "a target";
        };
    }
}
