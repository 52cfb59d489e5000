package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.judge.Anchor;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Figure;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Limit.Baseline.Change;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for records, gates and other figures: what they speak of exists, and can be evaluated. */
final class ClaimRules {
    private static final String CLAIM = "claim";

    private final Scenario scenario;

    ClaimRules(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * Checks what is measured.
     *
     * @param sort what messages call it, such as {@code claim}
     */
    void check(Figure figure, String sort, Problems here) {
        subject(figure, here);
        Span span = figure.span();
        if (!figure.measure().takesSpan() && (span.from() != null || span.until() != null)) {
            here.add(
                    Flaw.UNJUDGEABLE,
                    "'" + figure.measure().text() + "' is a figure of the whole run, but the " + sort
                            + " names a part of it",
                    ClaimHelp.ofTheWholeRun(span));
        }
        anchor(span.from(), sort, here.at("from"));
        anchor(span.until(), sort, here.at("until"));
        if (figure.measure() == Measure.SUCCESS || figure.measure().countsRequests()) {
            wholeMinute(span.from(), here.at("from"));
            wholeMinute(span.until(), here.at("until"));
        }
        if (span.from() instanceof Anchor.At from
                && span.until() instanceof Anchor.At until
                && nanos(from) >= nanos(until)) {
            here.at("span")
                    .add(
                            Flaw.UNJUDGEABLE,
                            Spelling.withArticle(sort) + " must speak of a time that ends after it begins, but spoke of"
                                    + span,
                            ClaimHelp.reversed(from, until));
        }
    }

    void check(Claim claim, Problems here) {
        check(claim.figure(), CLAIM, here);
        boolean instant = claim.measure().dimension() == Dimension.INSTANT;
        if (claim.limit() instanceof Limit.Time time) {
            anchor(time.anchor(), CLAIM, here.at("limit"));
            if (!instant) {
                here.add(
                        Flaw.UNJUDGEABLE,
                        "'" + claim.measure().text() + "' must be held against a quantity, but was against a time",
                        ClaimHelp.example(claim.measure()));
            }
        } else if (claim.limit() instanceof Limit.Baseline baseline) {
            baseline(claim, baseline, here.at("limit"));
        } else if (instant) {
            here.add(
                    Flaw.UNJUDGEABLE,
                    "'" + claim.measure().text() + "' must be held against a time such as 09:00, but was not",
                    ClaimHelp.example(claim.measure()));
        }
        if (!(claim.tolerance() >= 0)) {
            here.add(
                    Flaw.RANGE,
                    "a tolerance must not be negative, but was " + claim.tolerance(),
                    "it holds to both sides");
        } else if (claim.tolerance() != 0 && claim.comparison() != Comparison.EQUAL) {
            here.add(
                    Flaw.CONFLICT,
                    "a tolerance must go with '=', but went with '"
                            + claim.comparison().text() + "'",
                    "leave the tolerance out, or write =");
        }
    }

    private long nanos(Anchor.At at) {
        return scenario.clock().nanosAt(at.moment()) + at.plus().toNanos();
    }

    private void baseline(Claim claim, Limit.Baseline limit, Problems here) {
        String measure = claim.measure().text();
        if (claim.measure().dimension() == Dimension.INSTANT && limit.change() != Change.PLUS) {
            here.add(
                    Flaw.UNJUDGEABLE,
                    "'" + measure + "' must lie a time before or after that of the baseline, but was a multiple of it",
                    "for example " + measure + " <= baseline +5m");
        } else if (!Double.isFinite(limit.by()) || (limit.change() == Change.TIMES && limit.by() < 0)) {
            here.add(Flaw.RANGE, "a baseline must be changed by a number, but was by " + limit.by());
        } else if (!scenario.baseline().values().containsKey(claim.observes())) {
            String name = scenario.baseline().name();
            here.add(
                    Flaw.UNJUDGEABLE,
                    "'" + claim.observes() + "' must have a value in the baseline, but "
                            + (name.isEmpty() ? "there is no baseline" : name + " has none"),
                    name.isEmpty()
                            ? "run the scenario to compare with, and give its result.json as the baseline"
                            : "make the baseline anew from a scenario with this claim; "
                                    + Spelling.hint(
                                            claim.observes(),
                                            "its values",
                                            scenario.baseline().values().keySet()));
        }
    }

    private void subject(Figure figure, Problems here) {
        String subject = figure.subject();
        Measure measure = figure.measure();
        Named sort = measure.subject();
        if (subject == null) {
            if (measure.needsSubject()) {
                here.add(
                        Flaw.UNJUDGEABLE,
                        "'" + measure.text() + "' must name a component",
                        "for example " + measure.text() + "(web)");
            }
        } else if (sort == null) {
            here.add(
                    Flaw.UNJUDGEABLE,
                    "'" + measure.text() + "' is about the whole system, but named '" + subject + "'",
                    ClaimHelp.ofTheWholeSystem(subject));
        } else if (sort == Named.REQUEST) {
            requestClass(measure, subject, here);
        } else if (!scenario.system().components().containsKey(subject)) {
            Set<String> known = scenario.system().components().keySet();
            here.at("subject")
                    .add(
                            Flaw.DANGLING,
                            "'" + subject + "' is not a component of this scenario",
                            subject.indexOf(',') >= 0
                                    ? "write a claim for each, or a selector such as \"gateway-*\" or tier=edge"
                                    : Spelling.hint(subject, "components", known));
        } else if (measure.needsStandby()
                && !scenario.system().components().get(subject).failsOver()) {
            here.at("subject")
                    .add(
                            Flaw.UNJUDGEABLE,
                            "'" + measure.text() + "' must be about a database with a standby, but '" + subject
                                    + "' has none",
                            "give it one: standby: { lag: 10ms, check: { every: 1s }, promote: 1s }");
        }
    }

    private void requestClass(Measure measure, String subject, Problems here) {
        Set<String> known = scenario.system().requests().keySet();
        if (!known.contains(subject)) {
            here.at("subject")
                    .add(
                            Flaw.DANGLING,
                            "'" + subject + "' is not a class of requests of this scenario",
                            Spelling.hint(subject, "classes of requests", known));
        } else if (scenario.users().values().stream().noneMatch(users -> sends(users, subject))) {
            here.at("subject")
                    .add(
                            Flaw.UNJUDGEABLE,
                            "'" + measure.text() + "(" + subject
                                    + ")' must be about requests that somebody sends, but nobody sends '" + subject
                                    + "'",
                            "give it a share in the visit of some users: requests: { " + subject + ": 10%, ... }");
        }
    }

    private static boolean sends(UsersSpec users, String requestClass) {
        RequestSpec request = users.visit().requests().get(requestClass);
        return request != null && request.share().share() > 0;
    }

    /** Requests are counted by the minute. */
    private void wholeMinute(@Nullable Anchor anchor, Problems here) {
        Duration minute = scenario.define().impact().window();
        if (anchor instanceof Anchor.At at && nanos(at) % minute.toNanos() != 0) {
            String counted = minute.equals(Duration.ofMinutes(1)) ? "the minute" : Spans.text(minute);
            here.add(
                    Flaw.UNJUDGEABLE,
                    "requests are counted by " + counted
                            + " from the start of the clock, so a span must begin and end on one, but '" + at
                            + "' does not",
                    new ClaimHelp(scenario.clock()).wholeWindow(at, minute.toNanos()));
        }
    }

    private void anchor(@Nullable Anchor anchor, String sort, Problems here) {
        if (anchor instanceof Anchor.AfterStep after && !scenario.runbook().containsKey(after.step())) {
            here.add(
                    Flaw.DANGLING,
                    "'" + after.step() + "' is not a step of the runbook",
                    Spelling.hint(after.step(), "steps", scenario.runbook().keySet()));
        } else if (anchor instanceof Anchor.At at
                && nanos(at) > scenario.clock().lengthNanos()) {
            here.add(
                    Flaw.UNJUDGEABLE,
                    Spelling.withArticle(sort) + " must speak of a time within the clock, but '" + at
                            + "' is after its end",
                    new ClaimHelp(scenario.clock()).end());
        }
    }
}
