package dev.makeline.server.make;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.RecipeDocument;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.Traceparent;
import dev.makeline.recipe.compare.RecipeComparison;
import dev.makeline.server.recipe.CurrentRecipe;
import dev.makeline.server.request.Effect;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares makes and keeps them. The commit is one conditional write under an id that is derived
/// from the [Effect], so that a repetition finds what was kept.
@Singleton
public final class MakeKeeper {

    /// Twenty thousand makes of one recipe in one second meet 24 taken ids in all; a hundred in a
    /// row is a fault.
    private static final int PROBES = 100;

    private static final Logger log = LoggerFactory.getLogger(MakeKeeper.class);

    private final MakeStore store;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    MakeKeeper(MakeStore store, InstantSource clock, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        this.meters = meters;
    }

    /// Durable when it returns.
    ///
    /// @param objectKey where the make came from, for the log; empty over REST
    public MakeKept keep(
            RecipeDocument document,
            CurrentRecipe recipe,
            Effect effect,
            Traceparent trace,
            String objectKey) {
        long startNanos = System.nanoTime();
        KeptComparison comparison =
                KeptComparison.of(RecipeComparison.compare(recipe.content(), document.content()));
        String json = ProtocolJson.write(document.json());
        MakeIds ids = new MakeIds(document.makeId(), effect);
        for (int attempt = 0; attempt < PROBES; attempt++) {
            Make make =
                    make(document, json, recipe, comparison, effect, trace, ids.candidate(attempt));
            switch (store.put(make, recipe.content().name())) {
                case MakeStore.Put.Stored() -> {
                    tell(make, objectKey, startNanos);
                    return new MakeKept.Kept(make);
                }
                case MakeStore.Put.Repeated(var earlier) -> {
                    return new MakeKept.Repeated(earlier);
                }
                case MakeStore.Put.TooLarge(int bytes) -> {
                    return new MakeKept.TooLarge(bytes);
                }
                case MakeStore.Put.Taken() -> {}
            }
        }
        throw new IllegalStateException(
                "No free id for a make of recipe %d among %d".formatted(recipe.recipeId(), PROBES));
    }

    private Make make(
            RecipeDocument document,
            String json,
            CurrentRecipe recipe,
            KeptComparison comparison,
            Effect effect,
            Traceparent trace,
            long makeId) {
        return new Make(
                recipe.recipeId(),
                makeId,
                recipe.revision(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                effect.id(),
                trace.traceId(),
                textOf(document.json(), "madeAt"),
                textOf(document.json(), "madeBy"),
                document.content().rating(),
                comparison,
                json);
    }

    private static Optional<String> textOf(ObjectNode document, String field) {
        return Optional.ofNullable(document.path(field).textValue());
    }

    private void tell(Make make, String objectKey, long startNanos) {
        counters.computeIfAbsent(make.comparison().outcome(), this::counter).increment();
        log.atInfo()
                .addKeyValue("recipeId", make.recipeId())
                .addKeyValue("makeId", make.makeId())
                .addKeyValue("objectKey", objectKey)
                .addKeyValue(
                        "durationMillis",
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos))
                .log("Make kept");
    }

    private Counter counter(String outcome) {
        return Counter.builder("makeline.makes")
                .description("Makes kept")
                .tag("outcome", outcome)
                .register(meters);
    }
}
