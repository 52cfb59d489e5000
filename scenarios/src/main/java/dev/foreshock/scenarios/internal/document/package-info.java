/**
 * What a file is made of as a whole: versions, the system it is about, variants, and patches from the command line.
 */
@NullMarked
package dev.foreshock.scenarios.internal.document;

import org.jspecify.annotations.NullMarked;
