package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;

/**
 * A change of one setting.
 *
 * @param path where, as dotted names
 * @param value what to
 */
public record Patch(TextNode path, Node value) {}
