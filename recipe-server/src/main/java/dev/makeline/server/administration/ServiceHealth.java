package dev.makeline.server.administration;

import dev.makeline.operations.HeartbeatSettings;
import dev.makeline.protocol.Heartbeat;
import dev.makeline.protocol.Heartbeats;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// How the services of this installation do, by their heartbeats. Thread-safe; blocking.
@Singleton
public final class ServiceHealth {

    /// Instances of one service that are told of.
    private static final int MOST_INSTANCES = 20;

    private static final Map<String, String> PURPOSES = purposes();

    private final Heartbeats heartbeats;
    private final HeartbeatSettings heartbeat;
    private final ServiceSettings settings;
    private final InstantSource clock;

    ServiceHealth(
            DynamoDbClient dynamoDb,
            HeartbeatSettings heartbeat,
            ServiceSettings settings,
            InstantSource clock) {
        this.heartbeats = new Heartbeats(dynamoDb);
        this.heartbeat = heartbeat;
        this.settings = settings;
        this.clock = clock;
    }

    /// Every service, also those of which nothing was heard.
    public List<ServiceItem> now() {
        Instant now = clock.instant();
        List<Heartbeat> seen = heartbeats.since(now.minus(heartbeat.keptFor()));
        return PURPOSES.entrySet().stream()
                .map(service ->
                        ServiceItem.of(
                                service.getKey(),
                                service.getValue(),
                                instances(service.getKey(), seen, now)))
                .toList();
    }

    private List<ServiceInstance> instances(String service, List<Heartbeat> seen, Instant now) {
        return seen.stream()
                .filter(one -> one.service().equals(service))
                .limit(MOST_INSTANCES)
                .map(one -> ServiceInstance.of(one, now, settings.silentAfter()))
                .toList();
    }

    private static Map<String, String> purposes() {
        Map<String, String> purposes = new LinkedHashMap<>();
        purposes.put("recipe-server", "Answers people and programs");
        purposes.put("watcher-service", "Notices objects in the intake bucket");
        purposes.put("sender-service", "Reads them and submits what they hold");
        purposes.put("processor-service", "Has jobs worked on");
        return purposes;
    }
}
