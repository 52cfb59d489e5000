package dev.foreshock.faults.internal.toxiproxy.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;

/** Tells two pipes of what happens on one socket. */
final class SocketHandler extends ChannelInboundHandlerAdapter {
    private final Pipe from;
    private final Pipe to;

    /**
     * Creates a handler.
     *
     * @param from the pipe that reads from this socket
     * @param to the pipe that writes to it
     */
    SocketHandler(Pipe from, Pipe to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        from.received((ByteBuf) message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        from.readComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        to.pull();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            from.sourceEnded();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        from.sourceEnded();
    }

    /** A broken socket is an ended one; Netty has closed its input or all of it. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        from.sourceEnded();
    }
}
