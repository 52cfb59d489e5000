package dev.foreshock.faults.internal.toxiproxy.proxy;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Threads and settings of the data path. */
final class Sockets implements AutoCloseable {
    private static final int LARGEST_READ = 32 * 1024;
    private static final int MOST_LOOPS = 4;
    private static final int BACKLOG = 4096;
    private static final long CLOSING_MILLIS = 2_000;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            Math.min(MOST_LOOPS, Runtime.getRuntime().availableProcessors()),
            new DefaultThreadFactory("toxiproxy-data", true),
            NioIoHandler.newFactory());
    private final ExecutorService lookups =
            Executors.newCachedThreadPool(new DefaultThreadFactory("toxiproxy-lookup", true));

    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong gone = new AtomicLong();

    long taken() {
        return taken.get();
    }

    long open() {
        return taken.get() - gone.get();
    }

    /** Binds a listener whose connections are handed to {@code accepted} in order, before {@code child} sees them. */
    Channel bind(InetSocketAddress address, Consumer<Channel> accepted, ChannelHandler child)
            throws InterruptedException {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .handler(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelRead(ChannelHandlerContext context, Object message) {
                        Channel client = (Channel) message;
                        taken.incrementAndGet();
                        client.closeFuture().addListener(closed -> gone.incrementAndGet());
                        accepted.accept(client);
                        context.fireChannelRead(message);
                    }
                })
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(LARGEST_READ).maxMessagesPerRead(1))
                .childHandler(child)
                .bind(address)
                .sync()
                .channel();
    }

    /** Connects to {@code address} on the loop of {@code client}; {@code connected} or {@code failed} is called there. */
    void dial(String address, Channel client, Consumer<Channel> connected, Runnable failed) {
        lookups.execute(() -> {
            List<InetSocketAddress> candidates;
            try {
                candidates = lookUp(Address.parse(address));
            } catch (Refusal | UnknownHostException e) {
                client.eventLoop().execute(failed);
                return;
            }
            client.eventLoop().execute(() -> dialFirst(candidates, client, connected, failed));
        });
    }

    private static List<InetSocketAddress> lookUp(Address address) throws UnknownHostException {
        InetAddress[] found = address.host().isEmpty()
                ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                : InetAddress.getAllByName(address.host());
        return List.of(found).stream()
                .map(each -> new InetSocketAddress(each, address.port()))
                .toList();
    }

    private static void dialFirst(
            List<InetSocketAddress> candidates, Channel client, Consumer<Channel> connected, Runnable failed) {
        new Bootstrap()
                .group(client.eventLoop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0) // as patient as the operating system
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(LARGEST_READ).maxMessagesPerRead(1))
                .handler(new ChannelInboundHandlerAdapter())
                .connect(candidates.get(0))
                .addListener((ChannelFutureListener) done -> {
                    if (done.isSuccess()) {
                        connected.accept(done.channel());
                    } else if (candidates.size() > 1) {
                        dialFirst(candidates.subList(1, candidates.size()), client, connected, failed);
                    } else {
                        failed.run();
                    }
                });
    }

    /** Closes {@code channel} as soon as its loop comes to it. */
    static void close(Channel channel) {
        ChannelFuture unused = channel.close();
    }

    /** Closes {@code channel} so that its other end sees a reset. */
    static void reset(Channel channel) {
        try {
            if (channel.isOpen()) {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
            }
        } catch (ChannelException e) {
            // The system knows it to be gone already.
        }
        close(channel);
    }

    @Override
    public void close() {
        lookups.shutdownNow();
        loops.shutdownGracefully(0, CLOSING_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(2 * CLOSING_MILLIS);
    }
}
