package dev.makeline.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/// Everything that is logged until it is closed: our own down to TRACE, of others what operators
/// see at INFO. With key-values, contexts and stack traces, as an encoder would write them.
final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("dev.makeline");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Level before = ROOT.getLevel();

    static CapturedLog open() {
        CapturedLog log = new CapturedLog();
        log.setContext(ROOT.getLoggerContext());
        log.start();
        ROOT.setLevel(Level.INFO);
        OURS.setLevel(Level.TRACE);
        ROOT.addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(
                "%s %s %s %s %s"
                        .formatted(
                                event.getLoggerName(),
                                event.getFormattedMessage(),
                                event.getKeyValuePairs(),
                                event.getMDCPropertyMap(),
                                Optional.ofNullable(event.getThrowableProxy())
                                        .map(ThrowableProxyUtil::asString)
                                        .orElse("")));
    }

    String text() {
        return lines.stream().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        ROOT.detachAppender(this);
        ROOT.setLevel(before);
        OURS.setLevel(null);
        stop();
    }
}
