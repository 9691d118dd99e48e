package dev.makeline.server.page.account;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.NeedsPerson;
import dev.makeline.server.account.Account;
import dev.makeline.server.account.AccountView;
import dev.makeline.server.account.OwnAccount;
import dev.makeline.server.page.layout.Form;
import dev.makeline.server.page.layout.Notice;
import dev.makeline.server.page.layout.Pages;
import dev.makeline.server.page.layout.Section;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.request.EntityTag;
import dev.makeline.server.session.OwnSessions;
import dev.makeline.server.token.OwnTokens;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;

/// `/account`: a person's own account.
@Controller("/account")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class AccountPageController {

    private static final String PATH = "/account";

    private final OwnAccount own;
    private final OwnTokens tokens;
    private final OwnSessions sessions;
    private final Pages pages;

    AccountPageController(OwnAccount own, OwnTokens tokens, OwnSessions sessions, Pages pages) {
        this.own = own;
        this.tokens = tokens;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    @NeedsPerson
    HttpResponse<?> page(HttpRequest<?> request) {
        return show(request, HttpStatus.OK, of(request));
    }

    @Post("/names")
    @Consumes(MediaType.ALL)
    @NeedsPerson
    HttpResponse<?> rename(HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.of(body);
        try {
            own.rename(
                    request,
                    form.field("etag"),
                    AccountForms.fields(form, List.of("firstName", "lastName")));
            return Pages.to(Notice.SAVED.on(PATH));
        } catch (ProblemException e) {
            return refused(request, "names", e.problem());
        }
    }

    /// Ends every log in, this one too.
    @Post("/password")
    @Consumes(MediaType.ALL)
    @NeedsPerson
    HttpResponse<?> changePassword(HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.of(body);
        try {
            HttpResponse<?> answer =
                    own.changePassword(
                            request, AccountForms.fields(form, List.of("password", "newPassword")));
            return answer.body() instanceof Problem problem
                    ? refused(request, "password", problem)
                    : Pages.to("/sign-in");
        } catch (ProblemException e) {
            return refused(request, "password", e.problem());
        }
    }

    /// The secret stands in this very answer and nowhere else: a page to go on to would need it
    /// kept.
    @Post("/tokens")
    @Consumes(MediaType.ALL)
    @NeedsPerson
    HttpResponse<?> createToken(HttpRequest<?> request, @Body byte[] body) {
        try {
            var token = tokens.create(request, AccountForms.token(Form.of(body)));
            return show(request, HttpStatus.CREATED, of(request).with(token));
        } catch (ProblemException e) {
            return refused(request, "token", e.problem());
        }
    }

    @Post("/tokens/{tokenId}/revocation")
    @Consumes(MediaType.ALL)
    @NeedsPerson
    HttpResponse<?> revoke(HttpRequest<?> request, String tokenId) {
        tokens.revoke(request, tokenId);
        return Pages.to(Notice.REVOKED.on(PATH));
    }

    @Post("/sessions/{sessionId}/end")
    @Consumes(MediaType.ALL)
    @NeedsPerson
    HttpResponse<?> end(HttpRequest<?> request, String sessionId) {
        sessions.end(request, sessionId);
        return Pages.to(Notice.ENDED.on(PATH));
    }

    @Post("/sessions/others/end")
    @Consumes(MediaType.ALL)
    @NeedsPerson
    HttpResponse<?> endOthers(HttpRequest<?> request) {
        sessions.endOthers(request);
        return Pages.to(Notice.ENDED.on(PATH));
    }

    private AccountPage of(HttpRequest<?> request) {
        Account account = own.find(request);
        return new AccountPage(
                AccountView.of(account),
                EntityTag.of(Math.toIntExact(account.version())),
                tokens.list(request),
                sessions.list(request),
                Caller.of(request).scopes().stream().map(Scope::label).sorted().toList(),
                Optional.empty(),
                Optional.empty());
    }

    private HttpResponse<?> refused(HttpRequest<?> request, String form, Problem problem) {
        return show(
                request,
                HttpStatus.valueOf(problem.status()),
                of(request).with(Objection.of(form, problem)));
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, AccountPage page) {
        return pages.page(request, status, Section.ACCOUNT, "Account", "account/account.jte", page);
    }
}
