package dev.makeline.deploy;

import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/// All stacks of one installation, in the order in which each stands on those before it. Where one
/// names what is in another by its name alone, the order is said: S3 asks the queue of its events
/// whether it takes them, copies need a place, and images are fetched from the repositories.
public final class Cloud {

    /// Ways of the CDK that are chosen, since its defaults are those of its first release.
    private static final List<String> WAYS =
            List.of(
                    "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy",
                    "@aws-cdk/aws-iam:minimizePolicies");

    private Cloud() {}

    public static List<Stack> in(App app, Environment environment) {
        WAYS.forEach(way -> app.getNode().setContext(way, true));
        app.getNode().setContext("@aws-cdk/core:target-partitions", List.of("aws"));
        DeliveryStack delivery = new DeliveryStack(app, environment);
        NetworkStack network = new NetworkStack(app, environment);
        MessagingStack messaging = new MessagingStack(app, environment);
        StorageStack storage = new StorageStack(app, environment);
        storage.getNode().addDependency(messaging);
        environment
                .standby()
                .ifPresent(region ->
                        storage.getNode()
                                .addDependency(new StandbyStack(app, environment, region)));
        IdentityStack identity = new IdentityStack(app, environment);
        ServicesStack services =
                new ServicesStack(app, environment, network, storage, messaging, identity);
        services.getNode().addDependency(delivery);
        JobsStack jobs = new JobsStack(app, environment, network, storage, services);
        EdgeStack edge = new EdgeStack(app, environment, storage, services);
        WatchingStack watching = new WatchingStack(app, environment, messaging, services);
        return List.of(
                delivery, network, messaging, storage, identity, services, jobs, edge, watching);
    }
}
