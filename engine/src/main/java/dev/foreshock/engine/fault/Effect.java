package dev.foreshock.engine.fault;

/** What a fault does where it strikes: to a component, or to calls on their way to it. */
public sealed interface Effect permits ComponentEffect, CallEffect {
    /** Returns it in a few words. */
    String text();
}
