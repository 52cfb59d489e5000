/** The renderer of {@code junit.xml}. */
@NullMarked
package dev.foreshock.reports.internal.junit;

import org.jspecify.annotations.NullMarked;
