package dev.makeline.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Counts every request that goes to AWS, retries included, as
/// `makeline_aws_requests_total{service,operation}`.
@Singleton
final class AwsRequestCounter implements ExecutionInterceptor {

    private record Operation(String service, String name) {}

    private final MeterRegistry meters;
    private final Map<Operation, Counter> counters = new ConcurrentHashMap<>();

    AwsRequestCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void beforeTransmission(
            Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Operation operation =
                new Operation(
                        String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)),
                        String.valueOf(
                                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
        counters.computeIfAbsent(operation, this::counter).increment();
    }

    private Counter counter(Operation operation) {
        return Counter.builder("makeline.aws.requests")
                .description("Requests to AWS, each attempt counted")
                .tag("service", operation.service())
                .tag("operation", operation.name())
                .register(meters);
    }
}
