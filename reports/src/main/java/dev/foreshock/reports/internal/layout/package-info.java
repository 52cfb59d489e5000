/** Where the boxes and lines of a drawing of components go: in layers from left to right, with few crossings. */
@NullMarked
package dev.foreshock.reports.internal.layout;

import org.jspecify.annotations.NullMarked;
