/** Numbers, times and estimates as people read them, and text made safe for where it goes. */
@NullMarked
package dev.foreshock.reports.internal.text;

import org.jspecify.annotations.NullMarked;
