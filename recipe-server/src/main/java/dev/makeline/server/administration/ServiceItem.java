package dev.makeline.server.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A service and its instances, the one seen last first.
///
/// @param detail what is wrong, in one sentence
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Service")
public record ServiceItem(
        @Schema(example = "sender-service") String name,
        @Schema(description = "What it is for") String purpose,
        @Schema(
                        type = "string",
                        description =
                                "up: an instance runs and none lacks anything; degraded: one lacks something that it needs; silent: no instance was seen lately; absent: none is known",
                        allowableValues = {"up", "degraded", "silent", "absent"})
                String state,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> detail,
        List<ServiceInstance> instances) {

    public ServiceItem {
        instances = List.copyOf(instances);
    }

    static ServiceItem of(String name, String purpose, List<ServiceInstance> instances) {
        ServiceState state = state(instances);
        return new ServiceItem(name, purpose, state.label(), detail(state, instances), instances);
    }

    /// Those that died tell nothing of a service that has others.
    private static ServiceState state(List<ServiceInstance> instances) {
        return Stream.of(ServiceState.DEGRADED, ServiceState.UP, ServiceState.SILENT)
                .filter(state ->
                        instances.stream().anyMatch(one -> one.state().equals(state.label())))
                .findFirst()
                .orElse(ServiceState.ABSENT);
    }

    private static Optional<String> detail(ServiceState state, List<ServiceInstance> instances) {
        return state == ServiceState.ABSENT
                ? Optional.of("It does not run, or ended more than some minutes ago.")
                : instances.stream()
                        .filter(one -> one.state().equals(state.label()))
                        .flatMap(one -> one.detail().stream())
                        .findFirst();
    }
}
