/** Files that commands write: whole or not at all, and never over what somebody else wrote. */
@NullMarked
package dev.foreshock.cli.internal.files;

import org.jspecify.annotations.NullMarked;
