package dev.foreshock.engine.steady;

import dev.foreshock.engine.judge.Claim;

/**
 * A gate that says nothing about the long run.
 *
 * @param name its name in the file
 * @param claim the claim
 * @param reason why it has no meaning there
 */
public record UnjudgedGate(String name, Claim claim, String reason) {}
