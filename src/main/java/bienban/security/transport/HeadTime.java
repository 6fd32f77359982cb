package bienban.security.transport;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends a connection on which the head of a request, or the handshake before it, comes in drops. The time-out of idle connections
 * does not: every byte begins it anew. Netty finds this class by itself once {@link #switchOn()} was called. It outlives live
 * reloads, which bring new copies of our classes: what it shares with them are a system property and an attribute of JDK types.
 */
public final class HeadTime extends ChannelInitializerExtension {
    private static final String LONGEST = "bienban.longest-head.milliseconds";
    private static final AttributeKey<Consumer<Boolean>> SERVED = AttributeKey.valueOf("bienban.served");

    /** Before the first server is made. */
    public static void switchOn() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    static void limit(Duration longest) {
        System.setProperty(LONGEST, String.valueOf(longest.toMillis()));
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        var watch = new Watch(Long.getLong(LONGEST, 10_000));
        channel.attr(SERVED).set(watch::served);
        channel.pipeline().addFirst("bienban-head-time", watch);
    }

    /** The head of a request has been read whole; until the answer is written, other limits hold. */
    static void served(Channel channel, boolean begins) {
        var watch = channel.attr(SERVED).get();
        if (watch != null) {
            channel.eventLoop().execute(() -> watch.accept(begins));
        }
    }

    /** Runs on the connection's own thread only. */
    private static final class Watch extends ChannelDuplexHandler {
        private final long milliseconds;
        private int served;
        private ScheduledFuture<?> end;

        Watch(long milliseconds) {
            this.milliseconds = milliseconds;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (served == 0 && end == null) {
                end = context.executor().schedule(() -> close(context), milliseconds, TimeUnit.MILLISECONDS);
            }
            super.channelRead(context, message);
        }

        /** A connection that cannot be closed any more is closed. */
        @SuppressWarnings("FutureReturnValueIgnored")
        private static void close(ChannelHandlerContext context) {
            context.close();
        }

        /** Answers on the management port, which nobody announces, and to what is no request, end the wait as well. */
        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            cancel();
            super.write(context, message, promise);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            cancel();
            super.channelInactive(context);
        }

        void served(boolean begins) {
            served += begins ? 1 : -1;
            cancel();
        }

        private void cancel() {
            if (end != null) {
                end.cancel(false);
                end = null;
            }
        }
    }
}
