package dev.makeline.sender.delivery;

import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.operations.Dependency;
import dev.makeline.operations.SteadyClock;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.sender.gate.Gate;
import dev.makeline.sender.gate.GateSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.InstantSource;
import software.amazon.awssdk.services.s3.S3Client;

/// What a delivery is made of.
@Factory
final class DeliveryBeans {

    private static final String S3 = "s3";
    private static final String RECIPE_SERVER = "recipe-server";

    @Singleton
    HttpRecipeServer recipeServer(RecipeServerSettings settings) {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.connectTimeout())
                        .build();
        return new HttpRecipeServer(http, settings);
    }

    @Singleton
    @Named(S3)
    Gate storeGate(GateSettings settings, SteadyClock clock, MeterRegistry meters) {
        return gate(S3, settings, clock, meters);
    }

    @Singleton
    @Named(RECIPE_SERVER)
    Gate serverGate(GateSettings settings, SteadyClock clock, MeterRegistry meters) {
        return gate(RECIPE_SERVER, settings, clock, meters);
    }

    @Singleton
    UploadJobHandler handler(
            @Named(S3) Gate storeGate,
            S3Client s3,
            @Named(RECIPE_SERVER) Gate serverGate,
            RecipeServer server,
            DeliverySettings settings,
            InstantSource clock) {
        return new UploadJobHandler(
                storeGate,
                new S3IntakeObjects(s3),
                new ObjectReading(new RecipeDocumentReader()),
                serverGate,
                server,
                settings.grace(),
                clock);
    }

    @Singleton
    @Named(S3)
    Dependency s3Dependency(S3Client s3) {
        return new Dependency(
                S3, () -> s3.headBucket(head -> head.bucket(ResourceNames.INTAKE_BUCKET)));
    }

    @Singleton
    @Named(RECIPE_SERVER)
    Dependency recipeServerDependency(HttpRecipeServer server) {
        return new Dependency(RECIPE_SERVER, server::probe);
    }

    private static Gate gate(
            String dependency, GateSettings settings, SteadyClock clock, MeterRegistry meters) {
        Gate gate = new Gate(dependency, settings, clock);
        Gauge.builder("makeline.sender.gate.state", gate, it -> it.state().level())
                .description("0 closed, 1 probing, 2 open: calls are withheld")
                .tag("dependency", dependency)
                .register(meters);
        return gate;
    }
}
