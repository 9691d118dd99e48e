package dev.makeline.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/// Lets an address that is set to nothing mean AWS itself, as one that is not set does: a file of
/// settings can only empty a variable, and the SDK would fail on what is empty. Everything else
/// about addresses is the SDK's own.
public final class AwsEndpoints {

    private static final String GENERAL = "AWS_ENDPOINT_URL";

    /// As the variables name a service, as the SDK's properties do, and as its hosts do.
    private record Service(String variable, String property, String host) {}

    private static final List<Service> SERVICES =
            List.of(
                    new Service("S3", "S3", "s3"),
                    new Service("SQS", "Sqs", "sqs"),
                    new Service("DYNAMODB", "DynamoDb", "dynamodb"),
                    new Service("DYNAMODB_STREAMS", "DynamoDbStreams", "streams.dynamodb"),
                    new Service("SNS", "Sns", "sns"),
                    new Service("SESV2", "SesV2", "email"),
                    new Service("ECS", "Ecs", "ecs"),
                    new Service("STS", "Sts", "sts"));

    private AwsEndpoints() {}

    /// For all clients of this process that are made from now on.
    public static void ofEnvironment() {
        properties(System.getenv(), AwsEndpoints::ofAws).forEach(System::setProperty);
    }

    /// What AWS calls a host, by its service; empty where there is no region to call it by.
    @FunctionalInterface
    interface Hosts {
        Optional<String> of(String service);
    }

    /// The SDK's properties that make blank variables mean nothing.
    static Map<String, String> properties(Map<String, String> environment, Hosts hosts) {
        boolean hasBlank =
                environment.entrySet().stream()
                        .anyMatch(entry ->
                                entry.getKey().startsWith(GENERAL) && entry.getValue().isBlank());
        if (!hasBlank) {
            return Map.of();
        }
        if (environment.entrySet().stream()
                .noneMatch(entry ->
                        entry.getKey().startsWith(GENERAL) && !entry.getValue().isBlank())) {
            return Map.of("aws.ignoreConfiguredEndpointUrls", "true");
        }
        Map<String, String> properties = new HashMap<>();
        for (Service service : SERVICES) {
            if (set(environment, GENERAL + "_" + service.variable()).isEmpty()) {
                set(environment, GENERAL)
                        .or(() -> hosts.of(service.host()))
                        .ifPresent(
                                url -> properties.put("aws.endpointUrl" + service.property(), url));
            }
        }
        return properties;
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static Optional<String> ofAws(String service) {
        try {
            Region region = DefaultAwsRegionProviderChain.builder().build().getRegion();
            return Optional.of("https://" + ServiceMetadata.of(service).endpointFor(region));
        } catch (SdkClientException _) {
            return Optional.empty();
        }
    }
}
