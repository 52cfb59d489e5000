/**
 * The one generic reader: from a tree and a description record to the record, whatever the record is.
 */
@NullMarked
package dev.foreshock.scenarios.internal.read;

import org.jspecify.annotations.NullMarked;
