package dev.foreshock.scenarios.internal.read;

import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Site;

/**
 * What is being read, for messages.
 *
 * @param subject the setting's name
 * @param site where a message about it as a whole points: its key
 * @param path where it is in the scenario, as dotted names
 */
record Spot(String subject, Site site, String path) {

    /** Returns the subject in quotes, unless it is what messages call the whole. */
    String quoted() {
        return subject.startsWith("the ") ? subject : "'" + subject + "'";
    }

    /** Returns the spot of a setting in what this is. */
    Spot at(MapNode.Entry entry) {
        String name = entry.key().text();
        return new Spot(name, entry.key().site(), path.isEmpty() ? name : path + "." + name);
    }

    /** Returns the spot of one item of a list that this is. */
    Spot at(Site item) {
        return new Spot(subject, item, path);
    }
}
