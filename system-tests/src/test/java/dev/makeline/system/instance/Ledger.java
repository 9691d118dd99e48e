package dev.makeline.system.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeState;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The durable truth about what became of every object.
public final class Ledger {

    private final IntakeLedger rows;

    Ledger(DynamoDbClient dynamoDb) {
        this.rows = new IntakeLedger(dynamoDb);
    }

    public Optional<IntakeEntry> find(PutObject put) {
        return rows.find(put.objectId());
    }

    /// The rows of all, once each one is in a state that lasts.
    public Map<String, IntakeEntry> awaitFinal(Collection<PutObject> puts, Duration atMost) {
        await("every one of %d objects is in a final state".formatted(puts.size()))
                .atMost(atMost)
                .pollDelay(Duration.ofMillis(20))
                .pollInterval(Duration.ofMillis(puts.size() < 10 ? 40 : 200))
                .untilAsserted(() -> assertThat(notFinal(puts)).isEmpty());
        return rows.findAll(puts.stream().map(PutObject::objectId).toList());
    }

    /// The rows of all, once each one is submitted. None may be rejected.
    public Map<String, IntakeEntry> awaitSubmitted(Collection<PutObject> puts, Duration atMost) {
        await("every one of %d objects is submitted".formatted(puts.size()))
                .atMost(atMost)
                .pollDelay(Duration.ofMillis(20))
                .pollInterval(Duration.ofMillis(puts.size() < 10 ? 40 : 200))
                .untilAsserted(() -> {
                    assertThat(notFinal(puts)).isEmpty();
                    assertThat(labels(puts)).containsOnly("submitted");
                });
        return rows.findAll(puts.stream().map(PutObject::objectId).toList());
    }

    /// Rejected with a sentence, once it is.
    public IntakeState.Rejected awaitRejected(PutObject put, Duration atMost) {
        awaitFinal(List.of(put), atMost);
        IntakeState state = find(put).orElseThrow().state();
        assertThat(state).as("%s", put.key()).isInstanceOf(IntakeState.Rejected.class);
        return (IntakeState.Rejected) state;
    }

    public IntakeState.Submitted awaitSubmitted(PutObject put, Duration atMost) {
        await(put.key() + " is submitted")
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() ->
                        assertThat(find(put).map(IntakeEntry::state))
                                .containsInstanceOf(IntakeState.Submitted.class));
        return (IntakeState.Submitted) find(put).orElseThrow().state();
    }

    /// Waiting for its recipe, once it is.
    public void awaitWaiting(Collection<PutObject> puts, Duration atMost) {
        await("all are waiting")
                .atMost(atMost)
                .untilAsserted(() ->
                        assertThat(awaitFinal(puts, atMost).values())
                                .extracting(entry -> entry.state().label())
                                .containsOnly("waiting"));
    }

    private List<String> labels(Collection<PutObject> puts) {
        return rows.findAll(puts.stream().map(PutObject::objectId).toList()).values().stream()
                .map(entry -> entry.state().label())
                .toList();
    }

    private List<String> notFinal(Collection<PutObject> puts) {
        Map<String, IntakeEntry> found =
                rows.findAll(puts.stream().map(PutObject::objectId).toList());
        return puts.stream()
                .filter(put -> !isFinal(Optional.ofNullable(found.get(put.objectId()))))
                .map(put ->
                        put.key()
                                + ": "
                                + Optional.ofNullable(found.get(put.objectId()))
                                        .map(entry -> entry.state().label())
                                        .orElse("not in the ledger"))
                .sorted()
                .toList();
    }

    private static boolean isFinal(Optional<IntakeEntry> entry) {
        return entry.map(found ->
                        switch (found.state()) {
                            case IntakeState.Queued() -> false;
                            case IntakeState.Submitted _,
                                    IntakeState.Waiting _,
                                    IntakeState.Rejected _,
                                    IntakeState.Dismissed _ ->
                                    true;
                        })
                .orElse(false);
    }
}
