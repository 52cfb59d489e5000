package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Site;

/**
 * What is being read, for messages.
 *
 * @param subject the setting's name
 * @param site where a message about it as a whole points: its key
 * @param path where it is in the scenario, as dotted names
 * @param limits what a number there must be, for one that no number can be, as {@code between 1 and 10}; empty where nothing is said of that
 */
record Spot(String subject, Site site, String path, String limits) {

    Spot(String subject, Site site, String path) {
        this(subject, site, path, "");
    }

    /** Returns the same spot, of a setting that has limits. */
    Spot limited(Setting setting) {
        return setting.type() instanceof Class<?> type
                ? new Spot(subject, site, path, Inspector.limits(setting.range(), type))
                : this;
    }

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
