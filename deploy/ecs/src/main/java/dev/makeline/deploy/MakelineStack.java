package dev.makeline.deploy;

import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/// A part of an installation. It cannot be deleted by accident where data is to be kept.
abstract class MakelineStack extends Stack {

    private final transient Environment environment;

    MakelineStack(Construct scope, Environment environment, String part, String description) {
        this(scope, environment, environment.site().region(), part, description);
    }

    MakelineStack(
            Construct scope,
            Environment environment,
            String region,
            String part,
            String description) {
        super(
                scope,
                "makeline-" + part,
                StackProps.builder()
                        .description("Makeline %s: %s".formatted(environment.name(), description))
                        .env(
                                software.amazon.awscdk.Environment.builder()
                                        .account(environment.site().account())
                                        .region(region)
                                        .build())
                        .terminationProtection(environment.keepsData())
                        .crossRegionReferences(
                                !environment.site().region().equals(EdgeStack.REGION))
                        .tags(
                                Map.of(
                                        "makeline:environment",
                                        environment.name(),
                                        "makeline:part",
                                        part))
                        .build());
        this.environment = environment;
    }

    final Environment chosen() {
        return environment;
    }

    final Site site() {
        return environment.site();
    }

    final RemovalPolicy dataRemoval() {
        return environment.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    }
}
