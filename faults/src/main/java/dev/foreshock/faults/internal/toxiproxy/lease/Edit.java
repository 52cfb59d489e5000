package dev.foreshock.faults.internal.toxiproxy.lease;

/** A change that is to be made under a lease. */
@FunctionalInterface
public interface Edit {
    /** Makes it and returns what stands by it, or refuses and changes nothing. */
    Hold make();
}
