package dev.makeline.server.job;

import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.LogLine;
import dev.makeline.server.problem.UnavailableException;
import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import software.amazon.awssdk.core.exception.SdkException;

/// Logs as they are written, each told to one reader by a virtual thread of its own. Readers come
/// back by themselves (server-sent events do) where a log was left before its end. Thread-safe.
@Singleton
final class LiveLogs {

    /// Of pauses without a line, after which a comment shows that the connection lives.
    private static final int QUIET_PAUSES = 30;

    private final LiveLogSettings settings;
    private final Semaphore readers;

    LiveLogs(LiveLogSettings settings) {
        this.settings = settings;
        this.readers = new Semaphore(settings.readers());
    }

    /// @param lines after a position, the empty list when there are none yet
    Publisher<Event<?>> follow(
            Supplier<Optional<Job>> job,
            Function<Optional<String>, List<LogLine>> lines,
            Optional<String> after) {
        if (!readers.tryAcquire()) {
            throw new UnavailableException("As many logs are followed as may be");
        }
        return Flux.<Event<?>>create(sink ->
                        Thread.ofVirtual()
                                .name("live-log")
                                .start(() -> tell(sink, job, lines, after)))
                .doFinally(_ -> readers.release());
    }

    private void tell(
            FluxSink<Event<?>> sink,
            Supplier<Optional<Job>> job,
            Function<Optional<String>, List<LogLine>> lines,
            Optional<String> after) {
        long begun = System.nanoTime();
        Optional<String> position = after;
        int quiet = 0;
        try {
            while (!sink.isCancelled()
                    && System.nanoTime() - begun < settings.longest().toNanos()) {
                Optional<Job> seen = job.get();
                List<LogLine> next = lines.apply(position);
                if (!next.isEmpty()) {
                    next.forEach(line -> sink.next(event(line)));
                    position = Optional.of(next.getLast().position());
                    quiet = 0;
                } else if (seen.isEmpty() || seen.get().state() instanceof JobState.Ended) {
                    seen.ifPresent(ended -> sink.next(end(ended)));
                    break;
                } else {
                    if (++quiet % QUIET_PAUSES == 0) {
                        sink.next(Event.of(Map.of()).name("wait"));
                    }
                    Thread.sleep(settings.pause());
                }
            }
            sink.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sink.complete();
        } catch (SdkException e) {
            // The reader comes again.
            sink.complete();
        }
    }

    private static Event<LogLine> event(LogLine line) {
        return Event.of(line).name("line").id(line.position());
    }

    private static Event<?> end(Job job) {
        return Event.of(
                        Map.of(
                                "state", job.state().phase().label(),
                                "reason", job.state().reason()))
                .name("end");
    }
}
