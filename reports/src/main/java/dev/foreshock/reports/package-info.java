/**
 * Results out: {@link dev.foreshock.reports.ReportFile} lists the files, {@link dev.foreshock.reports.TerminalStory} tells a run on a
 * screen. Every renderer is a pure function from a set of runs, and the circumstances of the run, to text.
 */
@NullMarked
package dev.foreshock.reports;

import org.jspecify.annotations.NullMarked;
