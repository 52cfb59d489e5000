package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.judge.Verdict;

/**
 * A claim with what was observed and what follows.
 *
 * @param name its name in the file
 * @param verdict the verdict
 * @param observed what was observed, for people
 * @param claim what was claimed, as the file has it
 * @param reason why it could not be evaluated, or a remark; empty when there is nothing to say
 */
public record Ruling(String name, Verdict verdict, String observed, String claim, String reason) {}
