package dev.makeline.server.page.layout;

import dev.makeline.protocol.CredentialKind;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.CsrfToken;
import dev.makeline.server.access.SessionCookie;
import dev.makeline.server.problem.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Answers with pages, and with parts of pages that htmx puts in place. Thread-safe; never blocks.
@Singleton
public final class Pages {

    private static final String HTML = "text/html;charset=utf-8";

    private final PageTemplates templates;
    private final PagePolicy policy;
    private final Assets assets;
    private final NearestPage nearest;

    Pages(PageTemplates templates, PagePolicy policy, Assets assets, NearestPage nearest) {
        this.templates = templates;
        this.policy = policy;
        this.assets = assets;
        this.nearest = nearest;
    }

    /// A whole page.
    ///
    /// @param template with the parameters `frame` and `page`
    /// @param title for the browser's tab
    public MutableHttpResponse<byte[]> page(
            HttpRequest<?> request, Section section, String title, String template, Object page) {
        return page(request, HttpStatus.OK, section, title, template, page);
    }

    public MutableHttpResponse<byte[]> page(
            HttpRequest<?> request,
            HttpStatus status,
            Section section,
            String title,
            String template,
            Object page) {
        return html(
                request,
                status,
                template,
                Map.of("frame", frame(request, section, title), "page", page));
    }

    /// A part of a page.
    ///
    /// @param template with the parameters `frame` and `page`
    public MutableHttpResponse<byte[]> part(
            HttpRequest<?> request, Section section, String template, Object page) {
        return page(request, section, section.label(), template, page);
    }

    /// @param isPart whether htmx puts it in place
    MutableHttpResponse<byte[]> problem(HttpRequest<?> request, Problem problem, boolean isPart) {
        ProblemPage page = ProblemPage.of(problem, nearest.of(request));
        return page(
                request,
                HttpStatus.valueOf(problem.status()),
                Section.NOWHERE,
                page.heading(),
                isPart ? "layout/problem-part.jte" : "layout/problem.jte",
                page);
    }

    /// What a form held that came too late.
    MutableHttpResponse<byte[]> endedSession(
            HttpRequest<?> request, HttpStatus status, EndedSession ended) {
        return page(
                request,
                status,
                Section.NOWHERE,
                "Not sent yet",
                "layout/ended-session.jte",
                ended);
    }

    private MutableHttpResponse<byte[]> html(
            HttpRequest<?> request,
            HttpStatus status,
            String template,
            Map<String, Object> parameters) {
        MutableHttpResponse<byte[]> response =
                HttpResponse.<byte[]>status(status)
                        .body(templates.render(template, parameters))
                        .header(HttpHeaders.CONTENT_TYPE, HTML);
        policy.apply(request, response);
        return response;
    }

    /// Leads to another page, after a form did what it was for.
    ///
    /// @param path of this server
    public static MutableHttpResponse<?> to(String path) {
        return HttpResponse.seeOther(URI.create(path))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private Frame frame(HttpRequest<?> request, Section section, String title) {
        Optional<Caller> caller = Caller.find(request);
        return new Frame(
                title,
                section,
                caller.isPresent(),
                caller.filter(Caller::isAdmin).isPresent(),
                csrfToken(request, caller),
                Theme.of(request),
                nearest.of(request).value(),
                caller.map(Caller::scopes).orElse(Set.of()),
                Notice.of(request.getParameters().getFirst(Notice.PARAMETER)),
                assets);
    }

    private static String csrfToken(HttpRequest<?> request, Optional<Caller> caller) {
        return caller.filter(one -> one.credential() == CredentialKind.SESSION)
                .flatMap(_ -> SessionCookie.of(request))
                .map(CsrfToken::of)
                .orElse("");
    }
}
