/**
 * Files in: loads scenarios from files or the library, and says what is wrong with them like a compiler would.
 */
@NullMarked
package dev.foreshock.scenarios;

import org.jspecify.annotations.NullMarked;
