package dev.makeline.processor;

import dev.makeline.operations.AwsClientSettings;
import dev.makeline.operations.Dependency;
import dev.makeline.operations.SteadyClock;
import dev.makeline.processor.dispatch.DispatchMeters;
import dev.makeline.processor.dispatch.DispatchSettings;
import dev.makeline.processor.dispatch.Dispatcher;
import dev.makeline.processor.dispatch.JobStream;
import dev.makeline.processor.dispatch.Reconciler;
import dev.makeline.processor.dispatch.TaskGrant;
import dev.makeline.processor.dispatch.WaitingJobs;
import dev.makeline.processor.grant.ContainerUrls;
import dev.makeline.processor.grant.LinkToken;
import dev.makeline.processor.grant.ObjectUrls;
import dev.makeline.processor.kind.AppendText;
import dev.makeline.processor.kind.container.CliContainerEngine;
import dev.makeline.processor.kind.container.ContainerEngine;
import dev.makeline.processor.kind.container.ContainerSettings;
import dev.makeline.processor.kind.container.ContainersOfTasks;
import dev.makeline.processor.kind.container.EcsSidecar;
import dev.makeline.processor.kind.container.HandedOver;
import dev.makeline.processor.kind.container.RunContainer;
import dev.makeline.processor.kind.importing.ImportRecipes;
import dev.makeline.processor.kind.importing.S3IntakeObjects;
import dev.makeline.processor.kind.report.HttpRecipeServer;
import dev.makeline.processor.kind.report.MakeReport;
import dev.makeline.processor.kind.report.RecipeServerSettings;
import dev.makeline.processor.kind.scaling.ScaleRecipe;
import dev.makeline.processor.run.JobRun;
import dev.makeline.processor.run.RunSettings;
import dev.makeline.processor.run.UrlObjects;
import dev.makeline.processor.task.JavaTaskCommand;
import dev.makeline.processor.task.LocalRunnerSettings;
import dev.makeline.processor.task.LocalTaskRunner;
import dev.makeline.processor.task.TaskCommand;
import dev.makeline.processor.task.TaskRunner;
import dev.makeline.processor.task.ecs.EcsSettings;
import dev.makeline.processor.task.ecs.EcsTaskRunner;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.job.ContainerStore;
import dev.makeline.protocol.job.JobStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClientBuilder;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.EcsClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;

/// What both roles are made of. The system's clock is a bean of Micronaut's own.
@Factory
final class ProcessorBeans {

    private static final String RUNNER = "makeline.processor.runner";

    @Singleton
    JobStore jobs(DynamoDbClient dynamoDb) {
        return new JobStore(dynamoDb);
    }

    @Singleton
    JobRun run(
            JobStore store,
            DynamoDbClient dynamoDb,
            S3Client s3,
            RunSettings settings,
            AwsClientSettings aws,
            RecipeServerSettings recipeServer,
            ContainerSettings container,
            InstantSource clock) {
        return new JobRun(
                store,
                dynamoDb,
                new UrlObjects(
                        ObjectUrls.of(LinkToken.together(System.getenv())),
                        aws.callTimeout(),
                        aws.maxAttempts()),
                List.of(
                        new AppendText(),
                        new ImportRecipes(new S3IntakeObjects(s3)),
                        new ScaleRecipe(),
                        new MakeReport(() -> HttpRecipeServer.of(recipeServer), clock),
                        new RunContainer(
                                new ContainerStore(dynamoDb),
                                store,
                                EcsSidecar.of(System.getenv())
                                        .<ContainerEngine>map(sidecar -> sidecar)
                                        .or(() -> engine(container)),
                                () -> handedOver(dynamoDb, settings, aws, clock),
                                container.largestOutput())),
                settings,
                clock);
    }

    private static Optional<CliContainerEngine> engine(ContainerSettings settings) {
        return settings.hasEngine()
                ? Optional.of(new CliContainerEngine(settings, System.getenv()))
                : Optional.empty();
    }

    private static Optional<HandedOver> handedOver(
            DynamoDbClient dynamoDb,
            RunSettings settings,
            AwsClientSettings aws,
            InstantSource clock) {
        Map<String, String> environment = LinkToken.together(System.getenv());
        return ContainerUrls.of(environment)
                .flatMap(urls ->
                        ObjectUrls.of(environment)
                                .input()
                                .map(input ->
                                        new HandedOver(
                                                input,
                                                urls,
                                                dynamoDb,
                                                settings.strayOutputAfter(),
                                                aws.callTimeout(),
                                                clock)));
    }

    @Bean(preDestroy = "close")
    @Singleton
    TaskGrant grant(
            DynamoDbClient dynamoDb,
            S3Client s3,
            InstantSource clock,
            RecipeServerSettings recipeServer) {
        return new TaskGrant(
                dynamoDb,
                s3,
                clock,
                Map.of(
                        "MAKELINE_PROCESSOR_RECIPE_SERVER_URL", recipeServer.url(),
                        "MAKELINE_PROCESSOR_TOKEN", recipeServer.token()));
    }

    @Singleton
    @Requires(property = RUNNER, value = "local")
    TaskRunner localRunner(LocalRunnerSettings settings, ContainerSettings container) {
        TaskCommand command = new JavaTaskCommand(ProcessorApplication.class, settings.cache());
        return new LocalTaskRunner(
                engine(container)
                        .<TaskCommand>map(engine -> new ContainersOfTasks(command, engine))
                        .orElse(command),
                settings);
    }

    @Singleton
    @Requires(property = RUNNER, value = "ecs")
    TaskRunner ecsRunner(EcsClient ecs, EcsSettings settings, SteadyClock steadyClock) {
        return new EcsTaskRunner(ecs, settings, steadyClock);
    }

    /// Tuned like every other client, as a bean of its own.
    @Singleton
    EcsClientBuilder ecsBuilder(SdkHttpClient http) {
        return EcsClient.builder().httpClient(http);
    }

    @Bean(preDestroy = "close")
    @Singleton
    EcsClient ecs(EcsClientBuilder builder) {
        return builder.build();
    }

    @Singleton
    Dispatcher dispatcher(
            JobStore store,
            TaskRunner runner,
            TaskGrant grant,
            DispatchSettings settings,
            RunSettings run,
            InstantSource clock,
            SteadyClock steadyClock) {
        return new Dispatcher(store, runner, grant, settings, run.lease(), clock, steadyClock);
    }

    @Singleton
    WaitingJobs waiting(JobStore store, Dispatcher dispatcher, SteadyClock steadyClock) {
        return new WaitingJobs(store, dispatcher, steadyClock);
    }

    @Singleton
    Reconciler reconciler(
            JobStore store,
            TaskRunner runner,
            Dispatcher dispatcher,
            WaitingJobs waiting,
            DispatchSettings settings,
            RunSettings run,
            InstantSource clock,
            SteadyClock steadyClock,
            MeterRegistry meters) {
        return new Reconciler(
                store,
                runner,
                dispatcher,
                waiting,
                settings,
                run.lease(),
                clock,
                steadyClock,
                new DispatchMeters(meters, steadyClock));
    }

    /// Tuned like every other client, as a bean of its own.
    @Singleton
    DynamoDbStreamsClientBuilder streamsBuilder(SdkHttpClient http) {
        return DynamoDbStreamsClient.builder().httpClient(http);
    }

    @Bean(preDestroy = "close")
    @Singleton
    DynamoDbStreamsClient streams(DynamoDbStreamsClientBuilder builder) {
        return builder.build();
    }

    @Singleton
    JobStream stream(
            DynamoDbClient dynamoDb,
            DynamoDbStreamsClient streams,
            DispatchSettings settings,
            SteadyClock steadyClock,
            WaitingJobs waiting) {
        return new JobStream(
                dynamoDb,
                streams,
                JobStream.Beginning.LATEST,
                settings.shardInterval(),
                steadyClock,
                waiting::told);
    }

    @Singleton
    @Named("dynamodb")
    Dependency dynamoDb(DynamoDbClient dynamoDb) {
        return new Dependency(
                "dynamodb",
                () -> dynamoDb.describeTable(of -> of.tableName(ResourceNames.JOBS_TABLE)));
    }

    @Singleton
    @Named("s3")
    Dependency s3(S3Client s3) {
        return new Dependency(
                "s3", () -> s3.headBucket(head -> head.bucket(ResourceNames.FILES_BUCKET)));
    }
}
