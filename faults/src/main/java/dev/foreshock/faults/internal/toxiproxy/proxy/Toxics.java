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

    /** Returns those that act on the bytes of {@code direction}. */
    List<ActiveToxic> in(Direction direction) {
        return entries.stream()
                .filter(entry ->
                        entry.direction() == direction && entry.toxic().type().isOnStream())
                .toList();
    }

    /** Returns those that act on connections which come in. */
    List<ActiveToxic> onConnects() {
        return entries.stream()
                .filter(entry -> !entry.toxic().type().isOnStream())
                .toList();
    }

    /** Returns those of stock's types as replies list them: those upstream first. */
    List<ActiveToxic> listed() {
        return Stream.of(Direction.values())
                .flatMap(direction -> in(direction).stream())
                .filter(entry -> !entry.isEffect())
                .toList();
    }

    /** Returns Foreshock's own. */
    List<ActiveToxic> effects() {
        return entries.stream().filter(ActiveToxic::isEffect).toList();
    }

    /** Finds one of stock's types, or one of Foreshock's own: their names do not meet. */
    Optional<ActiveToxic> find(String name, boolean isEffect) {
        return entries.stream()
                .filter(entry -> entry.isEffect() == isEffect && entry.name().equals(name))
                .findFirst();
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
