package bienban.security.transport;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Ends a connection on which the head of a request, or the handshake before it, comes in drops. The time-out of idle connections
 * does not: every byte begins it anew. Netty finds this class by itself once {@link #switchOn()} was called.
 */
public final class HeadTime extends ChannelInitializerExtension {
    private static final String NAME = "bienban-head-time";

    /** Before the first server is made. */
    public static void switchOn() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        var longest = ConfigProvider.getConfig()
                .getOptionalValue("bienban.longest-head", Duration.class)
                .orElse(Duration.ofSeconds(10));
        channel.pipeline().addFirst(NAME, new Watch(longest));
    }

    /** The head of a request has been read whole; until the answer is written, other limits hold. */
    static void served(Channel channel, boolean begins) {
        channel.eventLoop().execute(() -> {
            if (channel.pipeline().get(NAME) instanceof Watch watch) {
                watch.served(begins);
            }
        });
    }

    /** Runs on the connection's own thread only. */
    private static final class Watch extends ChannelInboundHandlerAdapter {
        private final Duration longest;
        private int served;
        private ScheduledFuture<?> end;

        Watch(Duration longest) {
            this.longest = longest;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (served == 0 && end == null) {
                end = context.executor().schedule(() -> context.close(), longest.toMillis(), TimeUnit.MILLISECONDS);
            }
            super.channelRead(context, message);
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
