package dev.makeline.operations;

import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Why a dependency does not answer, for people: what only a change of the settings mends is told
/// apart from what time mends. Names no object of the account, since health documents are public.
final class Trouble {

    static final String NOT_REACHED = "not reached yet";

    static final String REFUSED =
            "not permitted: give the role or user of this service the rights that it needs there";

    static final String CREDENTIALS =
            "the credentials are refused: check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or the role of this task";

    static final String NO_CREDENTIALS =
            "there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give this task a role";

    static final String MISSING =
            "not there: create it, or set AWS_REGION to the region that it is in";

    static final String NO_ADDRESS =
            "its host is not known: check AWS_REGION and AWS_ENDPOINT_URL with its siblings";

    private static final Set<String> CREDENTIAL_CODES =
            Set.of(
                    "InvalidClientTokenId",
                    "UnrecognizedClientException",
                    "InvalidAccessKeyId",
                    "SignatureDoesNotMatch",
                    "InvalidSignatureException",
                    "ExpiredToken",
                    "ExpiredTokenException",
                    "IncompleteSignature");

    private static final int MOVED = 301;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private Trouble() {}

    /// Whether only a change of rights or credentials mends it.
    static boolean isRefusal(String trouble) {
        return trouble.equals(REFUSED) || trouble.equals(CREDENTIALS);
    }

    /// [#NOT_REACHED] for whatever may pass by itself.
    static String of(Throwable failure) {
        return causes(failure)
                .map(Trouble::ofOne)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NOT_REACHED);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<String> ofOne(Throwable cause) {
        return switch (cause) {
            case AwsServiceException answer -> ofAnswer(answer);
            case UnknownHostException _ -> Optional.of(NO_ADDRESS);
            case SdkClientException client
                    when String.valueOf(client.getMessage())
                            .contains("Unable to load credentials") ->
                    Optional.of(NO_CREDENTIALS);
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofAnswer(AwsServiceException answer) {
        String code =
                Optional.ofNullable(answer.awsErrorDetails())
                        .flatMap(details -> Optional.ofNullable(details.errorCode()))
                        .orElse("");
        if (CREDENTIAL_CODES.contains(code)) {
            return Optional.of(CREDENTIALS);
        }
        if (answer.statusCode() == FORBIDDEN || code.contains("AccessDenied")) {
            return Optional.of(REFUSED);
        }
        boolean isMissing =
                answer.statusCode() == NOT_FOUND
                        || answer.statusCode() == MOVED
                        || code.contains("NotFound")
                        || code.contains("NonExistentQueue")
                        || code.equals("QueueDoesNotExist");
        return isMissing ? Optional.of(MISSING) : Optional.empty();
    }
}
