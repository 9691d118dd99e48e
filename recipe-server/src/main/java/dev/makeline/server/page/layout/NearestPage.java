package dev.makeline.server.page.layout;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Where a browser comes back to the page that a request is about: a form is sent to an address
/// below its page, which cannot be opened itself. Thread-safe; never blocks.
@Singleton
final class NearestPage {

    private final BeanProvider<Router> router;

    NearestPage(BeanProvider<Router> router) {
        this.router = router;
    }

    /// Path and query of what is read; of what changes something, the first path at or above it
    /// that can be read.
    LocalPath of(HttpRequest<?> request) {
        if (request.getMethod() == HttpMethod.GET) {
            return LocalPath.of(Optional.of(request.getUri().toString()));
        }
        String path = request.getUri().getRawPath();
        while (!path.isEmpty() && !canBeRead(path)) {
            path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
        return asItWasRead(request, LocalPath.of(Optional.of(path)));
    }

    /// With the query that the form's page was read with.
    private static LocalPath asItWasRead(HttpRequest<?> request, LocalPath page) {
        return request.getHeaders()
                .findFirst(HttpHeaders.REFERER)
                .map(LocalPath::ofUrl)
                .filter(read -> read.path().equals(page.value()))
                .orElse(page);
    }

    private boolean canBeRead(String path) {
        return router.get().route(HttpMethod.GET, path).isPresent();
    }
}
