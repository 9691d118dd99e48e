package dev.makeline.watcher.loop;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/// What a person reads of a failed turn, without what differs from one attempt to the next (request
/// ids), so that the same trouble has the same text.
///
/// @param expected false for a defect, whose stack trace is wanted
record Failure(String cause, boolean expected) {

    static Failure of(RuntimeException exception) {
        return switch (exception) {
            case AwsServiceException refused -> new Failure(refusal(refused), true);
            case SdkClientException unreachable -> new Failure(reason(unreachable), true);
            case RuntimeException other when ofProtocol(other) ->
                    new Failure(String.valueOf(other.getMessage()), true);
            case RuntimeException defect -> new Failure(defect.toString(), false);
        };
    }

    private static String refusal(AwsServiceException refused) {
        return Optional.ofNullable(refused.awsErrorDetails())
                .map(Failure::codeAndMessage)
                .orElse("HTTP status " + refused.statusCode());
    }

    private static String codeAndMessage(AwsErrorDetails details) {
        return "%s answered %s: %s"
                .formatted(details.serviceName(), details.errorCode(), details.errorMessage());
    }

    /// The client's own message counts attempts; its cause names host and port.
    private static String reason(SdkClientException unreachable) {
        return String.valueOf(
                Optional.ofNullable(unreachable.getCause()).orElse(unreachable).getMessage());
    }

    private static boolean ofProtocol(RuntimeException exception) {
        return exception.getClass().getPackageName().equals("dev.makeline.protocol");
    }
}
