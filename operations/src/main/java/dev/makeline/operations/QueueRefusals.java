package dev.makeline.operations;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// What SQS refuses to the service's own calls, until it grants the same call again. A queue that
/// is found may still not be read or its key not be used, and only the calls that do so tell;
/// asking for readiness alone would cost requests or count receives. Thread-safe.
@Singleton
final class QueueRefusals implements ExecutionInterceptor {

    /// The dependency that is told of.
    static final String QUEUES = "sqs";

    private record Call(String operation, String queue) {}

    /// @param trouble for people
    /// @param cause for the log
    record Refusal(String trouble, Throwable cause) {}

    private final Map<Call, Refusal> refused = new ConcurrentHashMap<>();

    /// Any that stands.
    Optional<Refusal> of(String dependency) {
        return dependency.equals(QUEUES) ? refused.values().stream().findAny() : Optional.empty();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (!refused.isEmpty()) {
            refused.remove(call(context.request(), attributes));
        }
    }

    @Override
    public void onExecutionFailure(
            Context.FailedExecution context, ExecutionAttributes attributes) {
        String trouble = Trouble.of(context.exception());
        if (Trouble.isRefusal(trouble)) {
            refused.put(
                    call(context.request(), attributes), new Refusal(trouble, context.exception()));
        }
    }

    private static Call call(SdkRequest request, ExecutionAttributes attributes) {
        return new Call(
                String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)),
                request.getValueForField("QueueUrl", String.class).orElse(""));
    }
}
