package dev.makeline.server.job;

import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.LogLine;
import dev.makeline.server.problem.UnavailableException;
import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/// Logs as they are written, each told to one reader by a virtual thread of its own. Readers come
/// back by themselves (server-sent events do) where a log was left before its end. Thread-safe.
@Singleton
final class LiveLogs {

    private static final Logger log = LoggerFactory.getLogger(LiveLogs.class);

    /// Of pauses without a line, after which a comment shows that the connection lives.
    private static final int QUIET_PAUSES = 30;

    private final LiveLogSettings settings;
    private final LogReaders readers;

    LiveLogs(LiveLogSettings settings) {
        this.settings = settings;
        this.readers = new LogReaders(settings.readers(), settings.readersPerCaller());
    }

    /// Who reads what.
    ///
    /// @param caller by whom readers are counted
    /// @param mayRead asked now and then
    /// @param lines after a position, the empty list when there are none yet
    record Reader(
            String caller,
            BooleanSupplier mayRead,
            Supplier<Optional<Job>> job,
            Function<Optional<String>, List<LogLine>> lines) {}

    /// A reader counts from its subscription to its end.
    ///
    /// @throws UnavailableException when there are as many readers as may be
    Publisher<Event<?>> follow(Reader reader, Optional<String> after) {
        if (!readers.hasRoomFor(reader.caller())) {
            throw full();
        }
        return Flux.<Event<?>, String>using(
                () -> entered(reader.caller()),
                _ ->
                        Flux.create(sink ->
                                Thread.ofVirtual()
                                        .name("live-log")
                                        .start(() -> tell(sink, reader, after))),
                readers::leave);
    }

    private String entered(String caller) {
        if (!readers.enter(caller)) {
            throw full();
        }
        return caller;
    }

    private static UnavailableException full() {
        return new UnavailableException("As many logs are followed as may be");
    }

    private void tell(FluxSink<Event<?>> sink, Reader reader, Optional<String> after) {
        try {
            tellAll(sink, reader, after);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The reader comes again.
            log.atWarn()
                    .addKeyValue("cause", String.valueOf(e.getMessage()))
                    .log("A log could not be followed further");
        } finally {
            sink.complete();
        }
    }

    private void tellAll(FluxSink<Event<?>> sink, Reader reader, Optional<String> after)
            throws InterruptedException {
        long begun = System.nanoTime();
        long asked = begun;
        Optional<String> position = after;
        int quiet = 0;
        while (!sink.isCancelled() && !isOver(begun, settings.longest())) {
            if (isOver(asked, settings.rights())) {
                if (!reader.mayRead().getAsBoolean()) {
                    return;
                }
                asked = System.nanoTime();
            }
            Optional<Job> seen = reader.job().get();
            List<LogLine> next = reader.lines().apply(position);
            if (!next.isEmpty()) {
                next.forEach(line -> sink.next(event(line)));
                position = Optional.of(next.getLast().position());
                quiet = 0;
            } else if (seen.isEmpty() || seen.get().state() instanceof JobState.Ended) {
                seen.ifPresent(ended -> sink.next(end(ended)));
                return;
            } else {
                if (++quiet % QUIET_PAUSES == 0) {
                    sink.next(Event.of(Map.of()).name("wait"));
                }
                Thread.sleep(settings.pause());
            }
        }
    }

    private static boolean isOver(long since, Duration time) {
        return System.nanoTime() - since >= time.toNanos();
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
