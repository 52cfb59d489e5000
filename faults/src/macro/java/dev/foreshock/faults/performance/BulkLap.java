package dev.foreshock.faults.performance;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.List;

/** As many bytes as go through, in one direction. */
final class BulkLap {
    private static final byte[] BLOCK = new byte[FarEnd.BUFFER];

    private BulkLap() {}

    /**
     * What a lap found.
     *
     * @param megabytesPerSecond what came out at the far end, in 1 000 000 bytes per second
     * @param processorNanos processor time between, for each byte
     */
    record Result(double megabytesPerSecond, double processorNanos) {}

    static Result run(Clients clients, FarEnd far, Contestant contestant, int connections, long millis)
            throws InterruptedException {
        List<Channel> channels = clients.connect(contestant.sink(), connections, Sender::new);
        // All at once, as whoever sends already takes its time from those who connect.
        clients.loop()
                .execute(() -> channels.forEach(
                        channel -> Sender.send(channel.pipeline().lastContext())));
        // What is on its way at the start and at the end is about the same.
        Thread.sleep(millis / 4);
        long processor = contestant.processorNanos();
        long bytes = far.swallowed();
        long from = System.nanoTime();
        Thread.sleep(millis);
        long passed = far.swallowed() - bytes;
        long nanos = System.nanoTime() - from;
        long used = contestant.processorNanos() - processor;
        Clients.hangUp(channels);
        far.awaitQuiet();
        return new Result(1e3 * passed / nanos, (double) used / Math.max(1, passed));
    }

    /** Sends until the system takes no more, and again when it does. */
    private static final class Sender extends ChannelInboundHandlerAdapter {
        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            send(context);
        }

        static void send(ChannelHandlerContext context) {
            if (context.channel().isWritable() && context.channel().isActive()) {
                ChannelFuture unused = context.writeAndFlush(Unpooled.wrappedBuffer(BLOCK))
                        .addListener(sent -> {
                            if (sent.isSuccess()) {
                                context.executor().execute(() -> send(context));
                            }
                        });
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            ChannelFuture unused = context.close();
        }
    }
}
