package dev.makeline.server.page.layout;

import dev.makeline.server.file.upload.FilesAddress;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/// What a browser may do with a page: load from this server alone, run no script and use no style
/// that stands in the page itself, and send files to this server and to the bucket. Thread-safe.
@Singleton
final class PagePolicy {

    private final String contentSecurityPolicy;

    PagePolicy(FilesAddress files) {
        this.contentSecurityPolicy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; connect-src 'self' %1$s; form-action 'self' %1$s; base-uri 'none'; frame-ancestors 'none'"
                        .formatted(files.origin());
    }

    /// Pages hold what one person may see: nobody keeps them.
    void apply(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Content-Security-Policy", contentSecurityPolicy)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Referrer-Policy", "same-origin");
    }
}
