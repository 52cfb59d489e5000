package dev.foreshock.engine.describe;

/** A description with rules that span several of its settings. */
public interface Validated {
    /** Reports every broken rule; paths are relative to this description. */
    void validate(Problems problems);
}
