package dev.foreshock.engine.describe;

/**
 * A setting that is given and has no effect beside the others of its description.
 *
 * @param setting the setting, as dotted names in file spelling below the description, such as {@code discipline.standing}
 * @param why why it has none, as the end of a sentence
 * @param help the way out
 */
public record Idle(String setting, String why, String help) {}
