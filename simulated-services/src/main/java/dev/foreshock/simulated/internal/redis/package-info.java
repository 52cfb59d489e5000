/** A real Redis behind a modelled page cache: its program, its process, the connection to it, and who asks it for pages. */
@NullMarked
package dev.foreshock.simulated.internal.redis;

import org.jspecify.annotations.NullMarked;
