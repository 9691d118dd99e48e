package dev.makeline.server.page.layout;

import dev.makeline.server.access.Caller;
import dev.makeline.server.access.SameOrigin;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A form of a page of this site whose session is over, or is another one by now.
final class LateForm {

    /// Bytes: the largest text that a page offers to edit, as a browser encodes it. Anybody can
    /// send one.
    private static final long LARGEST = 512 << 10;

    private LateForm() {}

    /// Whether it was refused for that. What another site sends is shown to nobody.
    static boolean isOne(HttpRequest<?> request, Problem problem) {
        boolean isOver = problem.status() == HttpStatus.UNAUTHORIZED.getCode();
        boolean isAnother =
                problem.type().equals(ProblemType.CROSS_SITE_REQUEST.uri())
                        && Caller.find(request).isPresent();
        return (isOver || isAnother)
                && request.getMethod() == HttpMethod.POST
                && !SameOrigin.isForeign(request)
                && request.getContentType()
                        .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::matches)
                        .isPresent()
                && request.getContentLength() > 0
                && request.getContentLength() <= LARGEST;
    }

    /// Empty when it is none after all. Never blocks, and never fails.
    static CompletableFuture<Optional<Form>> read(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> received)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return received.byteBody()
                .split(SplitBackpressureMode.FASTEST)
                .buffer()
                .thenApply(LateForm::form)
                .exceptionally(_ -> Optional.empty())
                .toCompletableFuture();
    }

    private static Optional<Form> form(CloseableAvailableByteBody body) {
        try (body) {
            return Optional.of(Form.of(body.toByteArray(), (int) LARGEST));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }
}
