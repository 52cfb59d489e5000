/** Commands about a scenario as text: check, explain, init, schema, scenarios, show; and what every job refuses first. */
@NullMarked
package dev.foreshock.cli.internal.language;

import org.jspecify.annotations.NullMarked;
