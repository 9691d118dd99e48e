package dev.makeline.operations;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/// Whether there is a region for the AWS clients, asked before any of them is made: none of their
/// own messages names the setting in a sentence.
final class AwsRegion {

    private AwsRegion() {}

    /// @return what is wrong and what to set; empty when there is a region that can be
    static Optional<String> trouble(Map<String, String> environment) {
        try {
            Region region = DefaultAwsRegionProviderChain.builder().build().getRegion();
            return trouble(region.id(), environment);
        } catch (SdkClientException _) {
            return Optional.of(
                    "AWS_REGION is not set; set it to the region of your buckets, queues and tables, such as us-east-1");
        }
    }

    /// A region that this build does not know may be a new one; then its hosts have addresses.
    static Optional<String> trouble(String region, Map<String, String> environment) {
        boolean isAws =
                environment.keySet().stream().noneMatch(name -> name.startsWith("AWS_ENDPOINT_URL"))
                        || environment.entrySet().stream()
                                .filter(entry -> entry.getKey().startsWith("AWS_ENDPOINT_URL"))
                                .allMatch(entry -> entry.getValue().isBlank());
        if (!isAws || isKnown(region) || hasAddress(region)) {
            return Optional.empty();
        }
        return Optional.of(
                "AWS_REGION is '%s', which is no region of AWS; set it to the region of your buckets, queues and tables, such as us-east-1"
                        .formatted(region));
    }

    private static boolean isKnown(String region) {
        return Region.regions().stream().map(Region::id).anyMatch(region::equals);
    }

    private static boolean hasAddress(String region) {
        return Stream.of("amazonaws.com", "amazonaws.com.cn")
                .anyMatch(suffix -> resolves("dynamodb." + region + "." + suffix));
    }

    private static boolean resolves(String host) {
        try {
            return InetAddress.getAllByName(host).length > 0;
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
