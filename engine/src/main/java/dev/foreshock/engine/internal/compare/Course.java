package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.Uncertain;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A straight way through the ranges of some knobs, which they go together: each from one place to another, all else as written.
 *
 * @param legs what each knob does
 */
record Course(List<Leg> legs) {
    /**
     * The way of one knob.
     *
     * @param knob the knob
     * @param from its place in its range at the start
     * @param to its place at the end
     */
    record Leg(Uncertain knob, double from, double to) {
        double at(double part) {
            return from + (to - from) * part;
        }
    }

    /** Copies the list. */
    Course {
        legs = List.copyOf(legs);
    }

    /** Returns the way of one knob through its whole range. */
    static Course through(Uncertain knob) {
        return new Course(List.of(new Leg(knob, 0, 1)));
    }

    /** Returns the places of the knobs after {@code part} of the way, by path. */
    Map<String, Double> at(double part) {
        Map<String, Double> places = new TreeMap<>();
        legs.forEach(leg -> places.put(leg.knob().path(), leg.at(part)));
        return places;
    }

    /** Tells whether it is the way of one knob alone, the one at {@code path}. */
    boolean isOf(String path) {
        return legs.size() == 1 && legs.get(0).knob().path().equals(path);
    }

    /** Returns the paths of its knobs: {@code knobs.peak with knobs.hits}. */
    String name() {
        return legs.stream().map(leg -> leg.knob().path()).collect(Collectors.joining(" with "));
    }
}
