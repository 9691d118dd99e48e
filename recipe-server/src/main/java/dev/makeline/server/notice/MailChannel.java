package dev.makeline.server.notice;

import dev.makeline.server.account.Account;
import dev.makeline.server.mail.Letter;
import dev.makeline.server.mail.Mail;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Mails every administrator, one after another, and notes each who was mailed: a crash, or a mail
/// server that fails between two of them, leaves at most one of whom nobody knows. That one gets a
/// mail of the same Message-ID again, which mailboxes show once.
final class MailChannel implements NoticeChannel {

    private final Mail mail;
    private final Supplier<List<Account>> administrators;
    private final NoticeOutbox outbox;

    MailChannel(Mail mail, Supplier<List<Account>> administrators, NoticeOutbox outbox) {
        this.mail = mail;
        this.administrators = administrators;
        this.outbox = outbox;
    }

    @Override
    public String label() {
        return "mail";
    }

    @Override
    public void tell(DeletionNotice notice) {
        List<Account> all = administrators.get();
        if (all.isEmpty()) {
            throw new NoticeNotTakenException(
                    "There is no administrator to mail to; make one with ./makeline admin create");
        }
        all.stream()
                .filter(one -> !outbox.isToldTo(notice.deletionId(), one.id().value()))
                .forEach(one -> {
                    mail.deliver(letter(notice, one));
                    outbox.recordToldTo(notice.deletionId(), one.id().value());
                });
    }

    private static Letter letter(DeletionNotice notice, Account to) {
        return new Letter(
                to.email(),
                notice.subject(),
                notice.text(),
                Optional.of("%s.%s".formatted(notice.deletionId(), to.id())));
    }
}
