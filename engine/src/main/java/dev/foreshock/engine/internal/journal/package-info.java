/**
 * The journal of a replication while it is being written.
 */
@NullMarked
package dev.foreshock.engine.internal.journal;

import org.jspecify.annotations.NullMarked;
