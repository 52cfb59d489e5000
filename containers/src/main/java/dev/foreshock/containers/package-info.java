/** Real databases of a rehearsal in containers: on the class path of whoever runs them, and of nobody else. */
@NullMarked
package dev.foreshock.containers;

import org.jspecify.annotations.NullMarked;
