/** The renderer of {@code report.html} and its charts, drawn as SVG. */
@NullMarked
package dev.foreshock.reports.internal.html;

import org.jspecify.annotations.NullMarked;
