package dev.foreshock.engine.live;

/** What really stands behind a component, in place of what the model keeps: it is asked, and answers the part later. */
public sealed interface Behind permits Store, Pages {}
