package dev.foreshock.scenarios.internal.migrate;

import java.util.List;

/**
 * Brings a file from one version to the next. A pure function: equal files give equal edits. The version in the file's head
 * is not its business.
 */
interface Migration {

    /** Returns whose version changes. */
    Axis axis();

    /** Returns the version it starts from. */
    String from();

    /** Returns the version it leads to. */
    String to();

    /** Returns what changes, in a few words. */
    String what();

    /** Returns what to change in the text of {@code file}. */
    List<Edit> edits(LocatedFile file);
}
