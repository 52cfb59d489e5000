/**
 * Where texts come from: files on disk and in the library, with limits on what is read at all.
 */
@NullMarked
package dev.foreshock.scenarios.internal.source;

import org.jspecify.annotations.NullMarked;
