package dev.foreshock.faults.performance;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The clients of a lap, all on one thread. */
final class Clients implements AutoCloseable {
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = group.next();

    EventLoop loop() {
        return loop;
    }

    /** Connects {@code count} clients to {@code port}, each with a handler of its own. */
    List<Channel> connect(int port, int count, Supplier<ChannelHandler> handler) {
        List<Channel> connected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            connected.add(new Bootstrap()
                    .group(loop)
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .handler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline().addLast(handler.get());
                        }
                    })
                    .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .syncUninterruptibly()
                    .channel());
        }
        return connected;
    }

    /** Closes {@code channels}, which are all of one loop, in one turn of it. */
    static void hangUp(List<Channel> channels) {
        channels.get(0)
                .eventLoop()
                .submit(() -> channels.forEach(channel -> {
                    ChannelFuture unused = channel.close();
                }))
                .syncUninterruptibly();
    }

    @Override
    public void close() {
        group.shutdownGracefully().syncUninterruptibly();
    }
}
