/**
 * The components that Foreshock brings: servers, databases, balancers.
 */
@NullMarked
package dev.foreshock.engine.internal.parts;

import org.jspecify.annotations.NullMarked;
