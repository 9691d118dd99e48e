package dev.makeline.operations;

import dev.makeline.protocol.Traceparent;
import org.slf4j.MDC;

/// Puts a trace id into every log line of this thread until it is closed.
public final class TraceScope implements AutoCloseable {

    private TraceScope() {}

    public static TraceScope of(Traceparent traceparent) {
        MDC.put(Traceparent.TRACE_ID, traceparent.traceId());
        return new TraceScope();
    }

    @Override
    public void close() {
        MDC.remove(Traceparent.TRACE_ID);
    }
}
