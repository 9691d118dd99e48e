package dev.makeline.deploy;

import java.util.List;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ecs.AvailabilityZoneRebalancing;
import software.amazon.awscdk.services.ecs.CapacityProviderStrategy;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.PropagatedTagSource;
import software.constructs.IDependable;

/// The services of the cluster. A deployment that does not come up is taken back by ECS itself.
final class Fleet {

    private final MakelineStack stack;
    private final NetworkStack network;
    private final Cluster cluster;
    private final IDependable capacity;

    /// @param capacity what lets the cluster use Fargate, without which no service can be made
    Fleet(MakelineStack stack, NetworkStack network, Cluster cluster, IDependable capacity) {
        this.stack = stack;
        this.network = network;
        this.cluster = cluster;
        this.capacity = capacity;
    }

    /// A service that people wait for: never on machines that AWS may take back.
    FargateService attended(
            String name, FargateTaskDefinition definition, ISecurityGroup group, Size size) {
        return service(name, definition, group, size, List.of(provider("FARGATE", 1, 0)));
    }

    /// A service that a queue or a table waits for: what one task leaves, the next takes up. All
    /// but one of the least stay whatever AWS takes back, and of those beyond four in five may go.
    FargateService unattended(
            String name, FargateTaskDefinition definition, ISecurityGroup group, Size size) {
        if (!stack.chosen().spot()) {
            return attended(name, definition, group, size);
        }
        int sure = size.least() - 1;
        return service(
                name,
                definition,
                group,
                size,
                sure == 0
                        ? List.of(provider("FARGATE_SPOT", 1, 0))
                        : List.of(provider("FARGATE", 1, sure), provider("FARGATE_SPOT", 4, 0)));
    }

    private FargateService service(
            String name,
            FargateTaskDefinition definition,
            ISecurityGroup group,
            Size size,
            List<CapacityProviderStrategy> providers) {
        FargateService.Builder builder =
                FargateService.Builder.create(stack, name + "-service")
                        .serviceName(name)
                        .cluster(cluster)
                        .taskDefinition(definition)
                        .minHealthyPercent(100)
                        .maxHealthyPercent(200)
                        .circuitBreaker(
                                DeploymentCircuitBreaker.builder()
                                        .enable(true)
                                        .rollback(true)
                                        .build())
                        .capacityProviderStrategies(providers)
                        .availabilityZoneRebalancing(AvailabilityZoneRebalancing.ENABLED)
                        .securityGroups(List.of(group))
                        .vpcSubnets(network.ofTasks())
                        .assignPublicIp(!stack.chosen().hidesTasks())
                        .enableExecuteCommand(false)
                        .enableEcsManagedTags(true)
                        .propagateTags(PropagatedTagSource.SERVICE);
        if (!size.scales()) {
            // Else each deployment would take back what scaling has come to.
            builder.desiredCount(size.least());
        }
        FargateService service = builder.build();
        service.getNode().addDependency(capacity);
        return service;
    }

    private static CapacityProviderStrategy provider(String name, int weight, int base) {
        return CapacityProviderStrategy.builder()
                .capacityProvider(name)
                .weight(weight)
                .base(base)
                .build();
    }
}
