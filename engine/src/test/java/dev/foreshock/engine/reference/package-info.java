/**
 * A second implementation of the description of a scenario, slow and obvious: objects, sorted lists, no cleverness. Written
 * from docs/reference/semantics.md and docs/reference/language.md, it shares with the engine the descriptions and the random
 * draws and nothing else, so that what both agree about is what the description means (docs/decisions/0022-reference-interpreter.md).
 *
 * <ul>
 *   <li>{@link dev.foreshock.engine.reference.Interpreter} wires a scenario and runs it.
 *   <li>{@link dev.foreshock.engine.reference.Agenda} is what happens when: a sorted list.
 *   <li>{@link dev.foreshock.engine.reference.Request} is one sending of a call, {@link dev.foreshock.engine.reference.Attempt}
 *       it with its hedges, {@link dev.foreshock.engine.reference.Exchange} what becomes of them on the way.
 *   <li>{@link dev.foreshock.engine.reference.Part} is a component: {@link dev.foreshock.engine.reference.ServerPart} and others.
 *   <li>{@link dev.foreshock.engine.reference.Visitors} are users, {@link dev.foreshock.engine.reference.Staff} the people.
 *   <li>{@link dev.foreshock.engine.reference.Story} is what is seen of a run, of either implementation.
 * </ul>
 */
@NullMarked
package dev.foreshock.engine.reference;

import org.jspecify.annotations.NullMarked;
