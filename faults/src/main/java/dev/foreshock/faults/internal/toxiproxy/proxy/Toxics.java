package dev.foreshock.faults.internal.toxiproxy.proxy;

import dev.foreshock.faults.internal.toxiproxy.toxic.Direction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The toxics of a proxy, in the order they were added.
 *
 * @param entries all of them
 */
record Toxics(List<ActiveToxic> entries) {
    static final Toxics NONE = new Toxics(List.of());

    Toxics {
        entries = List.copyOf(entries);
    }

    List<ActiveToxic> in(Direction direction) {
        return entries.stream().filter(entry -> entry.direction() == direction).toList();
    }

    /** Returns all as replies list them: those upstream first. */
    List<ActiveToxic> listed() {
        return Stream.of(Direction.values())
                .flatMap(direction -> in(direction).stream())
                .toList();
    }

    Optional<ActiveToxic> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    boolean has(ActiveToxic toxic) {
        return entries.stream().anyMatch(entry -> entry.id() == toxic.id());
    }

    Set<Long> ids() {
        return entries.stream().map(ActiveToxic::id).collect(Collectors.toSet());
    }

    Toxics plus(ActiveToxic added) {
        return new Toxics(Stream.concat(entries.stream(), Stream.of(added)).toList());
    }

    Toxics replacing(ActiveToxic updated) {
        return new Toxics(entries.stream()
                .map(entry -> entry.id() == updated.id() ? updated : entry)
                .toList());
    }

    Toxics minus(ActiveToxic removed) {
        return new Toxics(
                entries.stream().filter(entry -> entry.id() != removed.id()).toList());
    }
}
