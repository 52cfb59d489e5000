package dev.foreshock.faults.performance;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What is behind every contestant: a server that sends everything back, and one that swallows everything and counts it. */
final class FarEnd implements AutoCloseable {
    static final int BUFFER = 64 * 1024;
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final AtomicLong swallowed = new AtomicLong();
    private final AtomicInteger swallowing = new AtomicInteger();
    private final Channel echo = listen(Echo::new);
    private final Channel sink = listen(Sink::new);

    private Channel listen(Supplier<ChannelInboundHandlerAdapter> handler) {
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(BUFFER))
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(handler.get());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    int echo() {
        return port(echo);
    }

    int sink() {
        return port(sink);
    }

    private static int port(Channel listener) {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** Returns how many bytes the sink has swallowed so far. */
    long swallowed() {
        return swallowed.get();
    }

    /** Waits until the sink has nothing more to swallow: what one contestant left on its way must not count for the next. */
    void awaitQuiet() {
        long end = System.nanoTime() + QUIET_NANOS;
        while (swallowing.get() > 0) {
            if (System.nanoTime() - end >= 0) {
                throw new IllegalStateException(swallowing.get() + " connections did not end");
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    private static final class Echo extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ChannelFuture unused = context.writeAndFlush(message, context.voidPromise());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            ChannelFuture unused = context.close(); // the client is gone, which ends every lap
        }
    }

    private final class Sink extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            swallowing.incrementAndGet();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            swallowing.decrementAndGet();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf bytes = (ByteBuf) message;
            swallowed.addAndGet(bytes.readableBytes());
            bytes.release();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            ChannelFuture unused = context.close();
        }
    }

    @Override
    public void close() {
        loop.shutdownGracefully().syncUninterruptibly();
    }
}
