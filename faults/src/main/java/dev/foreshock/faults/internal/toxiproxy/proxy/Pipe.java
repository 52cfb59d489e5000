package dev.foreshock.faults.internal.toxiproxy.proxy;

import dev.foreshock.faults.internal.toxiproxy.toxic.Behavior;
import dev.foreshock.faults.internal.toxiproxy.toxic.Chunk;
import dev.foreshock.faults.internal.toxiproxy.toxic.Lane;
import dev.foreshock.faults.internal.toxiproxy.toxic.Outlet;
import dev.foreshock.faults.internal.toxiproxy.toxic.Timers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One direction of a connection: reads from one socket, leads bytes through a lane per toxic, writes to the other socket, and
 * closes that one when its own comes to an end. Reads no more while enough is on its way. On the connection's event loop only.
 */
final class Pipe {
    private static final int CHUNKS_ON_THEIR_WAY = 2;

    private final Channel source;
    private final Channel destination;
    private final Timers timers;
    private final LaneFactory factory;
    private final List<Placed> placed = new ArrayList<>();
    private final Outlet exit = new Exit();
    private Outlet entry = exit;
    private boolean reading;
    private boolean sourceEnded;
    private boolean exitFinished;
    private volatile boolean writeFailed;
    /** Written on the event loop alone, read by whoever asks. */
    private final AtomicLong received = new AtomicLong();

    private final AtomicLong sent = new AtomicLong();

    /** Makes what one toxic needs on this pipe. */
    interface LaneFactory {
        Lane lane(ActiveToxic toxic, Outlet next);

        Behavior behavior(ActiveToxic toxic);

        /** Tells whether the connection lies outside the radius of {@code toxic}. */
        boolean isSpared(ActiveToxic toxic);
    }

    private record Placed(ActiveToxic toxic, Lane lane) {}

    Pipe(Channel source, Channel destination, Timers timers, LaneFactory factory) {
        this.source = source;
        this.destination = destination;
        this.timers = timers;
        this.factory = factory;
    }

    /** Makes the lanes those of {@code wanted}: takes away, updates and adds what differs. */
    void match(List<ActiveToxic> wanted) {
        Map<Long, ActiveToxic> byId = new HashMap<>();
        wanted.forEach(toxic -> byId.put(toxic.id(), toxic));
        for (int i = placed.size() - 1; i >= 0; i--) {
            if (!byId.containsKey(placed.get(i).toxic().id())) {
                remove(i);
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            ActiveToxic toxic = wanted.get(i);
            if (i >= placed.size()) {
                add(toxic);
            } else if (placed.get(i).toxic().revision() != toxic.revision()) {
                placed.set(i, new Placed(toxic, placed.get(i).lane()));
                placed.get(i).lane().start(factory.behavior(toxic));
            }
        }
        pull();
    }

    private void add(ActiveToxic toxic) {
        Lane lane = factory.lane(toxic, exit);
        if (placed.isEmpty()) {
            entry = lane;
            if (sourceEnded) {
                lane.finish();
            }
        } else {
            placed.get(placed.size() - 1).lane().leadTo(lane);
        }
        placed.add(new Placed(toxic, lane));
        lane.start(factory.behavior(toxic));
    }

    private void remove(int i) {
        Placed removed = placed.remove(i);
        Outlet next = i < placed.size() ? placed.get(i).lane() : exit;
        if (i == 0) {
            entry = next;
        } else {
            placed.get(i - 1).lane().leadTo(next);
        }
        if (removed.toxic().toxic().closesWhenRemoved() && !factory.isSpared(removed.toxic())) {
            removed.lane().close();
        } else {
            removed.lane().remove();
        }
    }

    void received(ByteBuf bytes) {
        received.lazySet(received.get() + bytes.readableBytes());
        entry.offer(new Chunk(bytes, timers.nanoTime()));
    }

    void readComplete() {
        reading = false;
        pull();
    }

    void sourceEnded() {
        if (!sourceEnded) {
            sourceEnded = true;
            entry.finish();
        }
    }

    /** Reads on, unless enough is on its way. */
    void pull() {
        if (!reading && !sourceEnded && destination.isWritable() && onTheirWay() < limit()) {
            reading = true;
            source.read();
        }
    }

    private int onTheirWay() {
        int sum = 0;
        for (Placed each : placed) {
            sum += each.lane().backlog();
        }
        return sum;
    }

    private int limit() {
        int limit = CHUNKS_ON_THEIR_WAY;
        for (Placed each : placed) {
            limit += each.toxic().toxic().queuedChunks();
        }
        return limit;
    }

    /** Gives back everything, as both sockets are closed. */
    void discard() {
        sourceEnded = true;
        placed.forEach(each -> each.lane().discard());
    }

    long received() {
        return received.get();
    }

    /** Returns how many bytes were written; 0 where a write failed, as stock counts. */
    long sent() {
        return writeFailed ? 0 : sent.get();
    }

    private final class Exit implements Outlet {
        @Override
        public void offer(Chunk chunk) {
            if (exitFinished) {
                chunk.release();
                return;
            }
            int size = chunk.size();
            destination.writeAndFlush(chunk.bytes()).addListener(written -> {
                if (written.isSuccess()) {
                    sent.lazySet(sent.get() + size);
                } else {
                    writeFailed = true;
                }
            });
            pull();
        }

        @Override
        public void abort() {
            exitFinished = true;
            Sockets.reset(source);
            Sockets.reset(destination);
        }

        @Override
        public void finish() {
            if (!exitFinished) {
                exitFinished = true;
                destination.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            }
        }
    }
}
