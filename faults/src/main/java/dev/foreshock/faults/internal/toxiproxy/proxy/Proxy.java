package dev.foreshock.faults.internal.toxiproxy.proxy;

import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.events.Happening;
import dev.foreshock.faults.internal.toxiproxy.events.Kind;
import dev.foreshock.faults.internal.toxiproxy.metrics.Traffic;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A port, where it leads, and its toxics. Called on one thread at a time; its connections live on threads of their own. */
public final class Proxy {
    private final Sockets sockets;
    private final Traffic traffic;
    private final Events events;
    private final Draws draws;
    private final String name;
    private final AtomicLong ordinals = new AtomicLong();
    private String listen;
    private String upstream;
    private @Nullable Listener listener;
    private long nextToxicId;
    private long stops;
    private int cut;
    private volatile Toxics toxics = Toxics.NONE;

    /** Creates a proxy that is off. */
    Proxy(ProxyFields fields, Sockets sockets, Traffic traffic, Events events, long seed) {
        this.name = fields.name();
        this.listen = fields.listen();
        this.upstream = fields.upstream();
        this.sockets = sockets;
        this.traffic = traffic;
        this.events = events;
        this.draws = new Draws(seed, name);
    }

    /** Returns it as it is. */
    public ProxyFields fields() {
        return new ProxyFields(name, listen, upstream, isEnabled());
    }

    /** Returns the toxics of stock's types, those upstream first. */
    public List<ActiveToxic> toxics() {
        return toxics.listed();
    }

    /** Returns the toxics that are Foreshock's own. */
    public List<ActiveToxic> effects() {
        return toxics.effects();
    }

    /** Returns the toxic of a type of stock called {@code toxic}, or refuses. */
    public ActiveToxic toxic(String toxic) {
        return toxics.find(toxic, false).orElseThrow(Refusal::toxicNotFound);
    }

    /** Changes where it listens and leads, and whether it is on. Where that differs, its connections are closed. */
    public void update(ProxyFields wanted) {
        if (differs(wanted)) {
            stop();
            listen = wanted.listen();
            upstream = wanted.upstream();
            tell(Kind.PROXY_CHANGED);
        }
        if (wanted.enabled()) {
            start();
        } else {
            stop();
        }
    }

    /** Refuses a name that is taken. Toxics of stock and effects do not take names from each other, as who sets the former must not see the latter. */
    public void requireFree(String toxic, boolean isEffect) {
        if (toxics.find(toxic, isEffect).isPresent()) {
            throw isEffect ? Refusal.effectExists() : Refusal.toxicExists();
        }
    }

    /** Adds a toxic behind all others of its direction, also on connections there are. */
    public ActiveToxic add(NewToxic added) {
        requireFree(added.name(), added.toxic().type().isEffect());
        ActiveToxic active = ActiveToxic.of(nextToxicId++, added);
        change(toxics.plus(active));
        tell(active.isEffect() ? Kind.EFFECT_ADDED : Kind.TOXIC_ADDED, active);
        return active;
    }

    /** Tells whether a toxic is on it: this one, updated or not, and not another that was given its name since. */
    public boolean has(ActiveToxic toxic) {
        return toxics.has(toxic);
    }

    /** Replaces the toxic that {@code updated} was made of. */
    public void update(ActiveToxic updated) {
        change(toxics.replacing(updated));
        tell(Kind.TOXIC_CHANGED, updated);
    }

    /** Takes the toxic of a type of stock called {@code toxic} away. */
    public void remove(String toxic) {
        remove(toxic(toxic));
    }

    /** Takes a toxic away, updated or not. */
    public void remove(ActiveToxic toxic) {
        change(toxics.minus(toxic));
        tellRemoved(toxic);
    }

    private void tellRemoved(ActiveToxic toxic) {
        tell(toxic.isEffect() ? Kind.EFFECT_REMOVED : Kind.TOXIC_REMOVED, toxic);
    }

    /** Turns it on and takes every toxic away. */
    void reset() {
        start();
        List<ActiveToxic> removed = toxics.entries();
        change(Toxics.NONE);
        removed.forEach(this::tellRemoved);
    }

    /** Tells whether it takes connections. */
    public boolean isEnabled() {
        return listener != null;
    }

    /** Returns how often it was turned off: who turned it off tells by it whether somebody has done so again since. */
    public long stops() {
        return stops;
    }

    /** Returns the connections that there are, by their ordinals. */
    public List<LiveConnection> connections() {
        return listener == null
                ? List.of()
                : listener.present().stream().map(Connection::live).toList();
    }

    /** Returns how many connections came in since it was created. */
    public long accepted() {
        return ordinals.get();
    }

    /** Returns how many connections were open when it was last turned off. */
    public int cut() {
        return cut;
    }

    boolean differs(ProxyFields wanted) {
        return !listen.equals(Address.parse(wanted.listen()).resolved()) || !upstream.equals(wanted.upstream());
    }

    /** Turns it on, or refuses where its port cannot be had. */
    public void start() {
        if (open()) {
            tell(Kind.PROXY_ENABLED);
        }
    }

    /** Turns it on without telling anybody; returns false if it was. */
    boolean open() {
        boolean isClosed = listener == null;
        if (isClosed) {
            Listener opened = new Listener(
                    listen,
                    new Listener.Origin(sockets, name, upstream, draws, ordinals, () -> toxics, traffic, events));
            listener = opened;
            listen = opened.address();
        }
        return isClosed;
    }

    /** Turns it off and closes its connections. */
    public void stop() {
        if (listener != null) {
            stops++;
            cut = listener.close();
            listener = null;
            tell(Kind.PROXY_DISABLED);
        }
    }

    void tell(Kind kind) {
        events.publish(() -> new Happening.OfProxy(kind, name, listen, upstream, isEnabled(), cut));
    }

    private void tell(Kind kind, ActiveToxic toxic) {
        events.publish(() -> new Happening.OfToxic(
                kind,
                name,
                toxic.name(),
                toxic.toxic().type().name(),
                toxic.stream(),
                toxic.toxicity(),
                toxic.toxic().attributes()));
    }

    private void change(Toxics changed) {
        toxics = changed;
        if (listener != null) {
            listener.match();
        }
    }
}
