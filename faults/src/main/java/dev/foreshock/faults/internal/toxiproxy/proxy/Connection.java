package dev.foreshock.faults.internal.toxiproxy.proxy;

import dev.foreshock.faults.internal.toxiproxy.events.Happening;
import dev.foreshock.faults.internal.toxiproxy.toxic.Behavior;
import dev.foreshock.faults.internal.toxiproxy.toxic.Direction;
import dev.foreshock.faults.internal.toxiproxy.toxic.Lane;
import dev.foreshock.faults.internal.toxiproxy.toxic.Outlet;
import dev.foreshock.faults.internal.toxiproxy.toxic.Timers;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client, the server it talks to, and a pipe for each direction. Both sockets are on one event loop. */
final class Connection {
    private static final int MOST_STRUCK = 64;

    private final long ordinal;
    private final Channel client;
    /** Asked for while it is there: a socket that is closed no longer knows. */
    private final @Nullable InetSocketAddress from;

    private final Draws draws;
    private final Supplier<Toxics> toxics;
    private final Timers timers;
    /** What radii know it by, also when it is gone. */
    private final Object key = new Object();
    /** What toxics have come to it, by their ids. */
    private final Map<Long, Strike> strikes = new HashMap<>();
    /** The names of toxics that have struck it and are gone, or act on it no more; the same of effects. */
    private final Set<String> struck = new TreeSet<>();

    private final Set<String> struckByEffects = new TreeSet<>();

    private volatile Acting acting = new Acting(List.of(), List.of());
    private @Nullable ConnectWait wait;
    private @Nullable Channel server;
    private volatile @Nullable Pipe upstream;
    private volatile @Nullable Pipe downstream;

    /**
     * Creates a connection that has no server yet.
     *
     * @param ordinal which one of its proxy's connections it is, from 0
     * @param toxics returns the toxics as they are
     */
    Connection(long ordinal, Channel client, Draws draws, Supplier<Toxics> toxics) {
        this.ordinal = ordinal;
        this.client = client;
        this.from = (InetSocketAddress) client.remoteAddress();
        this.draws = draws;
        this.toxics = toxics;
        this.timers = new LoopTimers(client.eventLoop());
    }

    Channel client() {
        return client;
    }

    long ordinal() {
        return ordinal;
    }

    /** Takes its place within the radius of each toxic that is drawn for it. */
    void takePlace() {
        toxics.get().entries().stream()
                .filter(toxic ->
                        toxic.radius().isBounded() && toxic.toxic().type().isOnStream())
                .forEach(this::acts);
    }

    private boolean acts(ActiveToxic toxic) {
        return draws.isOn(toxic, ordinal) && toxic.radius().admits(key);
    }

    /** Returns the client's address. */
    String from() {
        return from == null ? "" : NetUtil.toSocketAddressString(from);
    }

    /** Returns what it has moved so far, and what has struck it. */
    Happening.Moved moved() {
        Set<String> toxicNames = new TreeSet<>(struck);
        Set<String> effects = new TreeSet<>(struckByEffects);
        strikes.values().forEach(strike -> strike.note(toxicNames, effects));
        return new Happening.Moved(
                received(Direction.UPSTREAM),
                sent(Direction.UPSTREAM),
                received(Direction.DOWNSTREAM),
                sent(Direction.DOWNSTREAM),
                List.copyOf(toxicNames),
                List.copyOf(effects));
    }

    /** Does {@code dial} once it may be led to its server: at once, where nothing delays that. */
    void dialWhenDue(Runnable dial) {
        List<ActiveToxic> delaying =
                toxics.get().onConnects().stream().filter(this::acts).toList();
        delaying.forEach(toxic ->
                strikes.computeIfAbsent(toxic.id(), first -> new Strike(toxic)).met());
        showActing();
        if (delaying.isEmpty()) {
            dial.run();
        } else {
            ConnectWait begun = new ConnectWait(timers, delaying, dial);
            wait = begun;
            client.closeFuture().addListener(gone -> begun.giveUp());
        }
    }

    /** Returns it as it is, which may be asked for on any thread. */
    LiveConnection live() {
        return new LiveConnection(
                ordinal,
                from(),
                received(Direction.UPSTREAM),
                sent(Direction.UPSTREAM),
                received(Direction.DOWNSTREAM),
                sent(Direction.DOWNSTREAM),
                acting.toxics(),
                acting.effects());
    }

    /** Starts both directions. */
    void start(Channel to) {
        server = to;
        Pipe up = new Pipe(client, to, timers, new Lanes());
        Pipe down = new Pipe(to, client, timers, new Lanes());
        upstream = up;
        downstream = down;
        if (toxics.get().entries().stream().anyMatch(this::resets)) {
            client.config().setOption(ChannelOption.SO_LINGER, 0);
            to.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        client.pipeline().addLast(new SocketHandler(up, down));
        to.pipeline().addLast(new SocketHandler(down, up));
        match();
        client.closeFuture().addListener(closed -> discardWhenOver());
        to.closeFuture().addListener(closed -> discardWhenOver());
    }

    /** As with the stock server, a connection that is not drawn is reset too; one outside of the radius is not. */
    private boolean resets(ActiveToxic toxic) {
        return toxic.toxic().resets() && (!toxic.radius().isBounded() || acts(toxic));
    }

    /** Makes both directions do what the proxy's toxics now say. */
    void match() {
        Toxics now = toxics.get();
        if (wait != null) {
            wait.match(now.onConnects());
        }
        if (upstream != null) {
            upstream.match(now.in(Direction.UPSTREAM));
        }
        if (downstream != null) {
            downstream.match(now.in(Direction.DOWNSTREAM));
        }
        // Last, as some toxics strike when they are taken away.
        Set<Long> standing = now.ids();
        strikes.entrySet().removeIf(strike -> !standing.contains(strike.getKey()) && isNoted(strike.getValue()));
        showActing();
    }

    private void showActing() {
        List<ActiveToxic> present = toxics.get().entries().stream()
                .filter(toxic -> strikes.containsKey(toxic.id()))
                .sorted(Comparator.comparing(ActiveToxic::name))
                .toList();
        acting = new Acting(
                present.stream()
                        .filter(toxic -> !toxic.isEffect())
                        .map(ActiveToxic::name)
                        .toList(),
                present.stream()
                        .filter(ActiveToxic::isEffect)
                        .map(ActiveToxic::name)
                        .toList());
    }

    /**
     * What acts on it, by name.
     *
     * @param toxics those of stock's types
     * @param effects Foreshock's own
     */
    private record Acting(List<String> toxics, List<String> effects) {}

    /** Remembers what a toxic that is gone has done, of which only so much is kept; always true. */
    private boolean isNoted(Strike strike) {
        if (struck.size() + struckByEffects.size() < MOST_STRUCK) {
            strike.note(struck, struckByEffects);
        }
        return true;
    }

    /** Closes both sockets, whatever is on its way. */
    void close() {
        Sockets.close(client);
        if (server != null) {
            Sockets.close(server);
        }
    }

    /** Tells whether nothing is left of it. */
    boolean isOver() {
        return !client.isOpen() && (server == null || !server.isOpen());
    }

    /** Returns how many bytes came in in {@code direction}. */
    long received(Direction direction) {
        Pipe pipe = pipe(direction);
        return pipe == null ? 0 : pipe.received();
    }

    /** Returns how many bytes went out in {@code direction}. */
    long sent(Direction direction) {
        Pipe pipe = pipe(direction);
        return pipe == null ? 0 : pipe.sent();
    }

    private @Nullable Pipe pipe(Direction direction) {
        return direction == Direction.UPSTREAM ? upstream : downstream;
    }

    private void discardWhenOver() {
        if (isOver() && upstream != null && downstream != null) {
            upstream.discard();
            downstream.discard();
        }
    }

    private final class Lanes implements Pipe.LaneFactory {
        @Override
        public Lane lane(ActiveToxic toxic, Outlet next) {
            return new Lane(next, timers, draws.within(toxic, ordinal));
        }

        @Override
        public Behavior behavior(ActiveToxic toxic) {
            if (!acts(toxic)) {
                strikes.computeIfPresent(toxic.id(), (id, strike) -> isNoted(strike) ? null : strike);
                return Behavior.NOTHING;
            }
            return strikes.computeIfAbsent(toxic.id(), first -> new Strike(toxic))
                    .counting(toxic.behaviors().get());
        }

        @Override
        public boolean isSpared(ActiveToxic toxic) {
            return toxic.radius().spares(key);
        }
    }
}
