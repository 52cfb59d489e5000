package dev.foreshock.faults.performance;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Small messages that come back, at one rate whatever the number of connections, so that nothing waits for a busy server alone. Each is sent
 * on the next connection, unless the last message there is not back yet.
 */
final class EchoLap {
    static final int BYTES = 128;
    static final int PER_SECOND = 2_000;

    private static final int BURST = 2;
    private static final long TICK_MICROS = 1_000_000L * BURST / PER_SECOND;

    private final long[] trips;
    private int count;
    private int next;

    private EchoLap(int most) {
        trips = new long[most];
    }

    /**
     * What a lap found.
     *
     * @param medianNanos the median round trip
     * @param p99Nanos the 99th percentile of round trips
     * @param processorNanos processor time between, for each round trip
     */
    record Result(double medianNanos, double p99Nanos, double processorNanos) {}

    static Result run(Clients clients, Contestant contestant, int connections, long millis) throws Exception {
        EchoLap lap = new EchoLap((int) (2 * PER_SECOND * millis / 1000));
        List<Client> handlers = new ArrayList<>();
        List<Channel> channels = clients.connect(contestant.echo(), connections, () -> {
            Client handler = lap.new Client();
            handlers.add(handler);
            return handler;
        });
        long before = contestant.processorNanos();
        ScheduledFuture<?> ticks = clients.loop()
                .scheduleAtFixedRate(() -> lap.tick(channels, handlers), 0, TICK_MICROS, TimeUnit.MICROSECONDS);
        Thread.sleep(millis);
        long processor = contestant.processorNanos() - before;
        return clients.loop()
                .submit(() -> {
                    ticks.cancel(false);
                    channels.forEach(EchoLap::hangUp);
                    return lap.result(processor);
                })
                .get();
    }

    private static void hangUp(Channel channel) {
        ChannelFuture unused = channel.close();
    }

    private void tick(List<Channel> channels, List<Client> handlers) {
        for (int i = 0; i < BURST && count < trips.length; i++) {
            int which = next++ % channels.size();
            if (handlers.get(which).isBack()) {
                handlers.get(which).sentNanos = System.nanoTime();
                ChannelFuture unused = channels.get(which).writeAndFlush(Unpooled.wrappedBuffer(new byte[BYTES]));
            }
        }
    }

    private Result result(long processorNanos) {
        if (count == 0) {
            throw new IllegalStateException("no message came back");
        }
        long[] sorted = Arrays.copyOf(trips, count);
        Arrays.sort(sorted);
        return new Result(sorted[count / 2], sorted[count * 99 / 100], (double) processorNanos / count);
    }

    private final class Client extends ChannelInboundHandlerAdapter {
        private int back = BYTES;
        private long sentNanos;

        /** Tells whether all of the last message is back, and takes the next for sent if so. */
        boolean isBack() {
            if (back < BYTES) {
                return false;
            }
            back = 0;
            return true;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf bytes = (ByteBuf) message;
            back += bytes.readableBytes();
            bytes.release();
            if (back == BYTES && count < trips.length) {
                trips[count++] = System.nanoTime() - sentNanos;
            }
        }
    }
}
