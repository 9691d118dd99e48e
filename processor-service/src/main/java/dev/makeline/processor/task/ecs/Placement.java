package dev.makeline.processor.task.ecs;

import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ecs.model.ConflictException;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.LimitExceededException;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;

/// What one RunTask came to: an answer that reports success may hold none, and an exception may
/// hold a task.
sealed interface Placement {

    record Placed(String arn) implements Placement {}

    /// This provider has no room for it now. Nothing was started.
    record NoRoom(String reason) implements Placement {}

    /// ECS is asked too often, or the account is at a limit, whatever the provider. Nothing was
    /// started.
    record Limited(String reason) implements Placement {}

    /// The attempt's token is used up without a task to show for it. Nothing was started.
    record Spoilt(String reason) implements Placement {}

    record Impossible(String reason) implements Placement {}

    /// No answer came, or one that says nothing of what was done.
    record Unclear(String reason) implements Placement {}

    /// Reasons of `failures[]` that stay as they are. Every other one is of the moment: capacity,
    /// `RESOURCE:*`, `AGENT`.
    Set<String> FOR_GOOD = Set.of("MISSING", "INACTIVE", "ATTRIBUTE", "LOCATION");

    static Placement of(RunTaskResponse response) {
        if (response.hasTasks() && !response.tasks().isEmpty()) {
            return new Placed(response.tasks().getFirst().taskArn());
        }
        if (response.failures().isEmpty()) {
            return new Unclear("ECS answered with neither a task nor a failure.");
        }
        Failure failure = response.failures().getFirst();
        String reason = String.valueOf(failure.reason());
        return FOR_GOOD.contains(reason)
                ? new Impossible(
                        "ECS can't place the task (%s): see makeline.processor.ecs.cluster and makeline.processor.ecs.task-definition."
                                .formatted(reason))
                : new NoRoom("ECS has no room for the task: %s.".formatted(withoutPeriod(reason)));
    }

    private static String withoutPeriod(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    static Placement of(SdkException e, EcsSettings settings) {
        return switch (e) {
            // The token has a task already: asked for before, with other URLs in its environment.
            case ConflictException conflict when !conflict.resourceIds().isEmpty() ->
                    new Placed(conflict.resourceIds().getFirst());
            case ConflictException _ ->
                    new Spoilt(
                            "ECS takes the task for another one that was asked for under the same token.");
            case LimitExceededException _ ->
                    new Limited("The account runs as many tasks on ECS as it may.");
            case AwsServiceException service -> of(service, settings);
            default ->
                    new Unclear("ECS gave no answer; whether the task was started is not known.");
        };
    }

    /// What comes of a failure to get the task definition of a job's container.
    static Placement ofDefinition(SdkException e, EcsSettings settings) {
        return e instanceof AwsServiceException service
                        && "AccessDeniedException".equals(service.awsErrorDetails().errorCode())
                ? new Impossible(
                        "The dispatcher may not register task definitions of containers: its role needs ecs:DescribeTaskDefinition, ecs:RegisterTaskDefinition and iam:PassRole on the roles of makeline.processor.ecs.task-definition (%s)."
                                .formatted(settings.taskDefinition()))
                : of(e, settings);
    }

    static Placement withoutContainer(EcsSettings settings) {
        return new Impossible(
                "makeline.processor.ecs.task-definition (%s) has no container as makeline.processor.ecs.container says (%s)."
                        .formatted(settings.taskDefinition(), settings.container()));
    }

    private static Placement of(AwsServiceException e, EcsSettings settings) {
        if (e.isThrottlingException()) {
            return new Limited("ECS is asked for too much at the moment.");
        }
        if (e.statusCode() >= 500) {
            return new Unclear("ECS failed; whether the task was started is not known.");
        }
        String message = String.valueOf(e.awsErrorDetails().errorMessage());
        if (message.contains("limit on the number of")) {
            return new Limited("The account runs as many tasks on ECS as it may.");
        }
        if (message.contains("Capacity is unavailable")) {
            return new NoRoom("ECS has no room for the task: Capacity is unavailable.");
        }
        return new Impossible(impossible(e.awsErrorDetails().errorCode(), message, settings));
    }

    private static String impossible(String code, String message, EcsSettings settings) {
        String definition =
                "makeline.processor.ecs.task-definition (%s)".formatted(settings.taskDefinition());
        return switch (code) {
            case "ClusterNotFoundException" ->
                    "There is no ECS cluster as makeline.processor.ecs.cluster says (%s)."
                            .formatted(settings.cluster());
            case "AccessDeniedException" ->
                    "The dispatcher may not start tasks: its role needs ecs:RunTask and ecs:TagResource on %s and iam:PassRole on its roles."
                            .formatted(definition);
            case "PlatformUnknownException",
                    "PlatformTaskDefinitionIncompatibilityException",
                    "UnsupportedFeatureException" ->
                    "Fargate can't run the task definition that %s names.".formatted(definition);
            case "BlockedException" -> "The AWS account is blocked.";
            default -> other(message, definition, settings);
        };
    }

    private static String other(String message, String definition, EcsSettings settings) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("subnet")) {
            return "ECS refuses makeline.processor.ecs.subnets (%s)."
                    .formatted(String.join(",", settings.subnets()));
        }
        if (lower.contains("security group") || lower.contains("securitygroup")) {
            return "ECS refuses makeline.processor.ecs.security-groups (%s)."
                    .formatted(String.join(",", settings.securityGroups()));
        }
        if (lower.contains("container")) {
            return "ECS refuses makeline.processor.ecs.container (%s) of %s."
                    .formatted(settings.container(), definition);
        }
        return "ECS refuses the task; see %s and the dispatcher's log.".formatted(definition);
    }
}
