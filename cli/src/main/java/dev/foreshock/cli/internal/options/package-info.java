/** What several commands are asked with: the scenario, its changes, how often, and how results are shown. */
@NullMarked
package dev.foreshock.cli.internal.options;

import org.jspecify.annotations.NullMarked;
