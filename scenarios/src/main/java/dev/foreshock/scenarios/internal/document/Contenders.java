package dev.foreshock.scenarios.internal.document;

import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Price;
import dev.foreshock.scenarios.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes sets of variants: each alone, the groups of the file, every pair, all together. */
final class Contenders {

    /** What the scenario as it is is called. */
    static final String UNCHANGED = "as it happened";

    /** What all variants together are called. */
    static final String ALL = "all together";

    /** Beyond so many variants, pairs are too many to make. */
    static final int MOST_IN_PAIRS = 20;

    private final Map<String, Variant> variants = new LinkedHashMap<>();

    private Contenders(List<Variant> declared) {
        declared.forEach(variant -> variants.put(variant.name(), variant));
    }

    /**
     * Returns the sets, the unchanged scenario first.
     *
     * @param declared the variants of the file
     * @param pairs whether every pair is a set too
     */
    static List<Contender> of(List<Variant> declared, boolean pairs) {
        return new Contenders(declared).all(pairs);
    }

    private List<Contender> all(boolean pairs) {
        List<String> singles = variants.values().stream()
                .filter(variant -> !variant.isGroup())
                .map(Variant::name)
                .toList();
        List<Contender> contenders = new ArrayList<>();
        contenders.add(set(UNCHANGED, List.of()));
        singles.forEach(name -> contenders.add(set(name, List.of(name))));
        boolean hasPairs = pairs && singles.size() <= MOST_IN_PAIRS;
        for (int i = 0; i < singles.size() && hasPairs; i++) {
            for (int j = i + 1; j < singles.size(); j++) {
                List<String> pair = List.of(singles.get(i), singles.get(j));
                contenders.add(set(String.join(" + ", pair), pair));
            }
        }
        variants.values().stream()
                .filter(Variant::isGroup)
                .forEach(group -> contenders.add(set(group.name(), List.of(group.name()))));
        if (singles.size() > 2) {
            contenders.add(set(ALL, singles));
        }
        return contenders;
    }

    private Contender set(String name, List<String> members) {
        Set<String> single = new TreeSet<>();
        members.forEach(member -> open(member, single, new TreeSet<>()));
        Price price = Price.NONE;
        Set<String> reliesOn = new TreeSet<>();
        for (String member : single) {
            Variant variant = variants.get(member);
            price = variant == null ? price : price.plus(variant.price());
            reliesOn.addAll(variant == null ? List.of() : variant.reliesOn());
        }
        return new Contender(name, members, price, reliesOn.stream().collect(Collectors.toList()));
    }

    /** Adds the changes that a variant comes to. */
    private void open(String name, Set<String> single, Set<String> seen) {
        Variant variant = variants.get(name);
        if (variant == null || !seen.add(name)) {
            return;
        } else if (variant.isGroup()) {
            variant.members().forEach(member -> open(member, single, seen));
        } else {
            single.add(name);
        }
    }
}
