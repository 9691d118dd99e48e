package dev.makeline.server.intake;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.IntakeTable;
import dev.makeline.server.recipe.RecipeStore;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds makes that wait although their recipe is here, because something died between the two, and
/// has them released. Each round looks at a bounded number of waiting entries and goes on where the
/// round before ended.
@Singleton
final class WaitingSweep {

    private static final Logger log = LoggerFactory.getLogger(WaitingSweep.class);

    private final IntakeLedger ledger;
    private final RecipeStore recipes;
    private final WaitingRelease release;
    private final IntakeSettings settings;
    private final InstantSource clock;
    private final Map<String, String> reached = new HashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    WaitingSweep(
            IntakeLedger ledger,
            RecipeStore recipes,
            WaitingRelease release,
            IntakeSettings settings,
            InstantSource clock) {
        this.ledger = ledger;
        this.recipes = recipes;
        this.release = release;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void start(ServerStartupEvent event) {
        Thread.ofVirtual().name("waiting-sweep").start(this::run);
    }

    private void run() {
        try {
            while (!stopping.await(settings.sweepInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                sweepAndSurvive();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepAndSurvive() {
        try {
            pollOnce();
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("The sweep of waiting makes failed; it is tried again");
        }
    }

    /// How many makes were released.
    synchronized int pollOnce() {
        Instant youngest = clock.instant().minus(settings.sweepInterval());
        Map<Long, Boolean> isHere = new HashMap<>();
        List<IntakeEntry> stranded = new ArrayList<>();
        for (IntakeEntry entry : nextEntries()) {
            if (entry.state() instanceof IntakeState.Waiting(long recipeId)
                    && entry.changedAt().isBefore(youngest)
                    && isHere.computeIfAbsent(recipeId, id -> recipes.head(id).isPresent())) {
                stranded.add(entry);
            }
        }
        if (!stranded.isEmpty()) {
            isHere.forEach((recipeId, here) -> {
                if (here) {
                    release.release(recipeId);
                }
            });
            sendRest(stranded);
            log.atWarn()
                    .addKeyValue("makes", stranded.size())
                    .log("Makes waited although their recipe was here; released");
        }
        return stranded.size();
    }

    /// What could not be kept from its waiting row, or has none.
    private void sendRest(List<IntakeEntry> stranded) {
        release.sendAgain(
                stranded.stream()
                        .filter(entry ->
                                ledger.find(entry.objectId())
                                        .filter(now -> now.state().equals(entry.state()))
                                        .isPresent())
                        .map(IntakeEntry::job)
                        .toList());
    }

    private List<IntakeEntry> nextEntries() {
        List<IntakeEntry> entries = new ArrayList<>();
        List<String> shards = IntakeTable.shardsOf("waiting");
        int each = Math.max(1, settings.sweepEntries() / shards.size());
        for (String shard : shards) {
            List<IntakeEntry> page =
                    ledger.page(shard, Optional.ofNullable(reached.get(shard)), each, false);
            entries.addAll(page);
            if (page.size() < each) {
                reached.remove(shard);
            } else {
                reached.put(shard, IntakeList.position(page.getLast()));
            }
        }
        return entries;
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }
}
