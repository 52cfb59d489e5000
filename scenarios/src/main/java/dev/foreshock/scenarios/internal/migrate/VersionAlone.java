package dev.foreshock.scenarios.internal.migrate;

import java.util.List;

/**
 * A migration to a version that gives words another meaning but is written like the one before: only the head changes.
 *
 * @param axis whose version changes
 * @param from the version it starts from
 * @param to the version it leads to
 * @param what what changes, in a few words
 */
record VersionAlone(Axis axis, String from, String to, String what) implements Migration {

    @Override
    public List<Edit> edits(LocatedFile file) {
        return List.of();
    }
}
