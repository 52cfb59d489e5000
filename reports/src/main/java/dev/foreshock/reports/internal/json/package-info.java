/** The renderers of {@code result.json} and {@code run.json}. */
@NullMarked
package dev.foreshock.reports.internal.json;

import org.jspecify.annotations.NullMarked;
