/**
 * The engine against closed forms. A {@code Row} is one published value; a {@code Family} makes a {@code Model} of the rows that
 * share parameters: a scenario built through the public description, and how each metric is read from what a probe saw. A
 * {@code Trial} runs the model, an {@code Assessment} holds mean and interval against the value.
 */
@NullMarked
package dev.foreshock.engine.theory;

import org.jspecify.annotations.NullMarked;
