/** Published results about overload, reproduced through the public description of a system. */
@NullMarked
package dev.foreshock.engine.replications;

import org.jspecify.annotations.NullMarked;
