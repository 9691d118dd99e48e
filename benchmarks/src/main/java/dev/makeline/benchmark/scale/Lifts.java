package dev.makeline.benchmark.scale;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has to be changed so that so many makes a second are kept and counted.
///
/// @param limits with all changes made
public record Lifts(ServiceLimits limits, List<Change> changes) {

    /// Room above the rate, so that what has waited can be caught up with.
    private static final double ROOM = 1.2;

    private static final String QUOTA = "aws.fargate.vcpus";

    /// Each change at least makes its own ceiling higher, so there are fewer than that.
    private static final int MOST_CHANGES = 200;

    /// @param breaksAt makes a second at which the limit breaks that this lifts
    /// @param from the input before
    public record Change(Ceiling lifted, double breaksAt, double from, double to) {}

    public Lifts {
        changes = List.copyOf(changes);
    }

    /// The lowest ceiling is lifted first, until none is below the rate and a fifth.
    public static Lifts to(
            double makesPerSecond, ServiceLimits limits, Demand demand, Popularity popularity) {
        ServiceLimits lifted = limits;
        Map<String, Change> changes = new LinkedHashMap<>();
        for (int change = 0; change < MOST_CHANGES; change++) {
            Optional<Ceiling> lowest =
                    lowestBelow(makesPerSecond * ROOM, lifted, demand, popularity);
            if (lowest.isEmpty()) {
                break;
            }
            Ceiling ceiling = lowest.get();
            double from = lifted.get(ceiling.knob());
            double to = Math.ceil(from * makesPerSecond * ROOM / ceiling.makesPerSecond());
            double raised = Math.max(to, from + 1);
            lifted = lifted.with(ceiling.knob(), raised);
            changes.merge(
                    ceiling.knob(),
                    new Change(ceiling, ceiling.makesPerSecond(), from, raised),
                    (before, after) ->
                            new Change(
                                    before.lifted(), before.breaksAt(), before.from(), after.to()));
        }
        return changes.isEmpty()
                ? new Lifts(lifted, List.of())
                : withRoomForAllTasks(lifted, changes, new Ceilings(limits, demand, popularity));
    }

    /// A quota that all services can fill together would let the one that grows first keep the
    /// others small.
    private static Lifts withRoomForAllTasks(
            ServiceLimits lifted, Map<String, Change> changes, Ceilings before) {
        double from = before.limits().get(QUOTA);
        double to = 0;
        for (String service : List.of("watcher", "sender", "server")) {
            String setting = "setting." + service;
            to += lifted.get(setting + ".tasks") * lifted.get(setting + ".vcpu");
        }
        if (to <= lifted.get(QUOTA)) {
            return new Lifts(lifted, List.copyOf(changes.values()));
        }
        Ceiling quota =
                before.all().stream()
                        .filter(ceiling -> ceiling.knob().equals(QUOTA))
                        .findFirst()
                        .orElseThrow();
        changes.put(QUOTA, new Change(quota, quota.makesPerSecond(), from, Math.ceil(to)));
        return new Lifts(
                lifted.with(QUOTA, Math.ceil(to)),
                changes.values().stream()
                        .sorted(Comparator.comparingDouble(Change::breaksAt))
                        .toList());
    }

    private static Optional<Ceiling> lowestBelow(
            double makesPerSecond, ServiceLimits limits, Demand demand, Popularity popularity) {
        return new Ceilings(limits, demand, popularity)
                .all().stream()
                        .filter(ceiling -> ceiling.makesPerSecond() < makesPerSecond)
                        .findFirst();
    }
}
