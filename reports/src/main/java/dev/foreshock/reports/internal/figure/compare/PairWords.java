package dev.foreshock.reports.internal.figure.compare;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says of pairs of measures whether they make up for each other. A few are named; of many, those that have a measure in common are named after
 * it: {@code cache with admission, alert or capacity}.
 */
public final class PairWords {
    /** As many names as are read at a glance. */
    private static final int FEW = 3;

    private PairWords() {}

    /** Returns a sentence for each verdict that pairs of which neither part suffices have; none if no such pair was compared. */
    public static List<String> sentences(Measures measures) {
        List<String> said = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.PASSED, Verdict.DEVIATED, Verdict.INCONCLUSIVE)) {
            List<List<String>> pairs = measures.sets().stream()
                    .filter(set ->
                            set.verdict() == verdict && set.variants().size() == 2 && measures.isNeeded(set.name()))
                    .map(MeasureSet::variants)
                    .toList();
            if (!pairs.isEmpty()) {
                said.add(sentence(verdict, pairs));
            }
        }
        return said;
    }

    /** Returns what is said of pairs that all have one verdict. */
    static String sentence(Verdict verdict, List<List<String>> pairs) {
        boolean isFew = pairs.size() <= FEW;
        String what = switch (verdict) {
            case PASSED -> (isFew ? "suffices" : "suffice") + ", though neither of the two does alone";
            case DEVIATED -> (isFew ? "does" : "do") + " not suffice either";
            default -> (isFew ? "is" : "are") + " undecided";
        };
        return isFew
                ? pairs.stream().map(PairWords::name).collect(Collectors.joining(" or ")) + " " + what
                : pairs.size() + " pairs " + what + ": " + grouped(pairs);
    }

    private static String name(List<String> pair) {
        return String.join(" + ", pair);
    }

    /** Groups pairs by the measure that most of them have, again and again; what is left is named as it is. */
    private static String grouped(List<List<String>> pairs) {
        List<List<String>> left = new ArrayList<>(pairs);
        List<String> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            String common = commonest(left);
            List<List<String>> with =
                    left.stream().filter(pair -> pair.contains(common)).toList();
            groups.add(
                    with.size() == 1
                            ? name(with.get(0))
                            : common + " with "
                                    + listed(with.stream()
                                            .map(pair -> pair.get(pair.get(0).equals(common) ? 1 : 0))
                                            .toList()));
            left.removeAll(with);
        }
        return String.join("; ", groups);
    }

    /** Returns the measure that most pairs have; of several the one that comes first. */
    private static String commonest(List<List<String>> pairs) {
        Map<String, Long> times = pairs.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(name -> name, LinkedHashMap::new, Collectors.counting()));
        String most = "";
        for (Map.Entry<String, Long> each : times.entrySet()) {
            if (most.isEmpty() || each.getValue() > times.getOrDefault(most, 0L)) {
                most = each.getKey();
            }
        }
        return most;
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }
}
