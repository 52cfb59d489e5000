package dev.foreshock.scenarios.internal.read;

import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Site;

/**
 * What is being read, for messages.
 *
 * @param subject the setting's name
 * @param site where a message about it as a whole points: its key
 */
record Spot(String subject, Site site) {

    static Spot of(MapNode.Entry entry) {
        return new Spot(entry.key().text(), entry.key().site());
    }
}
