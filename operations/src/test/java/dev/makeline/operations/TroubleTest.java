package dev.makeline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class TroubleTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(answer(400, "AccessDeniedException"), Trouble.REFUSED),
                Arguments.of(answer(403, "AccessDenied"), Trouble.REFUSED),
                Arguments.of(answer(403, ""), Trouble.REFUSED),
                Arguments.of(answer(400, "KMS.AccessDeniedException"), Trouble.REFUSED),
                Arguments.of(answer(403, "SignatureDoesNotMatch"), Trouble.CREDENTIALS),
                Arguments.of(answer(400, "UnrecognizedClientException"), Trouble.CREDENTIALS),
                Arguments.of(answer(400, "ExpiredTokenException"), Trouble.CREDENTIALS),
                Arguments.of(answer(400, "ResourceNotFoundException"), Trouble.MISSING),
                Arguments.of(
                        answer(400, "AWS.SimpleQueueService.NonExistentQueue"), Trouble.MISSING),
                Arguments.of(answer(404, "NoSuchBucket"), Trouble.MISSING),
                Arguments.of(answer(301, "PermanentRedirect"), Trouble.MISSING),
                Arguments.of(
                        SdkClientException.create(
                                "Unable to execute HTTP request", new UnknownHostException("x")),
                        Trouble.NO_ADDRESS),
                Arguments.of(
                        SdkClientException.create("Unable to load credentials from any …"),
                        Trouble.NO_CREDENTIALS),
                Arguments.of(answer(503, "SlowDown"), Trouble.NOT_REACHED),
                Arguments.of(answer(400, "ThrottlingException"), Trouble.NOT_REACHED),
                Arguments.of(
                        new IllegalStateException(
                                "not registered", answer(400, "AccessDeniedException")),
                        Trouble.REFUSED),
                Arguments.of(new IllegalStateException("no answer"), Trouble.NOT_REACHED));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatOnlyASettingMendsIsToldApartFromWhatTimeMends(Throwable failure, String trouble) {
        assertThat(Trouble.of(failure)).isEqualTo(trouble);
    }

    private static AwsServiceException answer(int status, String code) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
