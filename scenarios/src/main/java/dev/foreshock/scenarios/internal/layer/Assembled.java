package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.scenarios.internal.tree.MapNode;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as one tree.
 *
 * @param effective its sections as a file could have them
 * @param shaped the same in the shape of the engine's record
 * @param knobs the section of knobs, or null if there is none
 */
public record Assembled(
        MapNode effective, MapNode shaped, @Nullable MapNode knobs) {}
