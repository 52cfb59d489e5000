/** How scenarios become invocations of tests: where they are found, which command each stands for, and how claims are asserted. */
@NullMarked
package dev.foreshock.junit.internal;

import org.jspecify.annotations.NullMarked;
