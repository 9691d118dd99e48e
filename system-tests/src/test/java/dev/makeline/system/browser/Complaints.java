package dev.makeline.system.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebError;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// What the browser found wrong with the pages of a visit: errors and warnings on the console, a
/// broken content security policy among them, faults of scripts, and requests to other hosts.
final class Complaints {

    /// A page that says that there is nothing, or that one may not, has a status that the console
    /// tells; it is what such a test asks for.
    private static final String STATUS_OF_A_PAGE = "Failed to load resource: the server responded";

    private static final Set<String> TROUBLE = Set.of("error", "warning");

    /// What the console tells of a server that does not answer.
    private static final List<String> OF_A_LOST_SERVER =
            List.of("Failed to load resource: net::ERR_", "htmx:sendError", "htmx:afterRequest");

    private final Set<String> hosts;
    private volatile boolean mayLoseServer;
    private final List<String> all = new CopyOnWriteArrayList<>();

    /// @param hosts with ports, that pages may load from and send to
    Complaints(BrowserContext context, Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
        context.onConsoleMessage(this::said);
        context.onWebError(this::failed);
        context.onRequest(this::asked);
    }

    /// From now on the server may be gone.
    void allowLossOfServer() {
        mayLoseServer = true;
    }

    List<String> all() {
        return List.copyOf(all);
    }

    private void said(ConsoleMessage message) {
        boolean isExpected =
                message.text().startsWith(STATUS_OF_A_PAGE)
                        || (mayLoseServer
                                && OF_A_LOST_SERVER.stream().anyMatch(message.text()::startsWith));
        if (TROUBLE.contains(message.type()) && !isExpected) {
            all.add("%s: %s (%s)".formatted(message.type(), message.text(), message.location()));
        }
    }

    private void failed(WebError error) {
        all.add("A script failed: " + error.error());
    }

    private void asked(Request request) {
        URI uri = URI.create(request.url());
        if ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) {
            if (!hosts.contains(uri.getAuthority())) {
                all.add("It asked another host: " + request.url());
            }
        }
    }
}
