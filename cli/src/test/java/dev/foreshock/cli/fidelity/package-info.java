/** What takes long: rehearsals of the library's drills, laid beside their predictions. */
@NullMarked
package dev.foreshock.cli.fidelity;

import org.jspecify.annotations.NullMarked;
