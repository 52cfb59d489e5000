package dev.foreshock.engine.spi;

import dev.foreshock.engine.fault.ComponentEffect;

/**
 * A fault begins or ends at a component.
 *
 * @param fault the number of the fault in this run: its end has that of its beginning
 * @param effect what it does
 * @param begins whether it begins rather than ends
 * @param lasts whether it ends by itself
 * @param cause the journal entry behind it
 */
public record Strike(int fault, ComponentEffect effect, boolean begins, boolean lasts, int cause) {}
