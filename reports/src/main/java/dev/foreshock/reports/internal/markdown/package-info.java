/** The renderers of Markdown: the postmortem, and the summary of a step in continuous integration. */
@NullMarked
package dev.foreshock.reports.internal.markdown;

import org.jspecify.annotations.NullMarked;
