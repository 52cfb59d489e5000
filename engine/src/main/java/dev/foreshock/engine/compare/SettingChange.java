package dev.foreshock.engine.compare;

/**
 * A setting that a measure changes, as a file would write it.
 *
 * @param path the setting, such as {@code web.replicas}
 * @param was what it is without the measure; empty if it is not there
 * @param becomes what it is with the measure; empty if the measure takes it away
 */
public record SettingChange(String path, String was, String becomes) {
    /** Returns the change: {@code web.replicas 1 -> 4}. */
    @Override
    public String toString() {
        return path + " " + (was.isEmpty() ? "none" : was) + " -> " + (becomes.isEmpty() ? "none" : becomes);
    }
}
