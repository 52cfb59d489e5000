/**
 * From the layers of a scenario to one tree: documents and what lies below them, imports, classes, defaults, variants, single
 * settings, selectors. Knows the shapes of settings, and nothing of what they mean.
 */
@NullMarked
package dev.foreshock.scenarios.internal.layer;

import org.jspecify.annotations.NullMarked;
