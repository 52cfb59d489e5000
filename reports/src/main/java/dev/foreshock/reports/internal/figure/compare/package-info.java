/** Every sentence about a comparison of measures: what suffices, what each set lacks, what that hangs on, what is not known. */
@NullMarked
package dev.foreshock.reports.internal.figure.compare;

import org.jspecify.annotations.NullMarked;
