package dev.makeline.server.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.UserId;
import dev.makeline.server.account.Account;
import dev.makeline.server.mail.Mail;
import dev.makeline.server.mail.SmtpOfTheTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailChannelTest {

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final OutboxOfTheTest outbox = new OutboxOfTheTest();
    private final List<Account> administrators = List.of(administrator("ada"), administrator("bo"));

    @BeforeEach
    void start() {
        mailServer.start();
    }

    @AfterEach
    void stop() {
        mailServer.stop();
    }

    @Test
    void everyAdministratorIsMailedOnceOfEachDeletion() throws Exception {
        outbox.deletions(2);
        NoticeLoop server = outbox.server(channel(SmtpOfTheTest.to(mailServer)));

        assertThat(server.pollOnce()).isEqualTo(2);
        assertThat(server.pollOnce()).isZero();

        assertThat(receivers())
                .containsExactlyInAnyOrder(
                        "ada@example.org", "ada@example.org", "bo@example.org", "bo@example.org");
        assertThat(Arrays.stream(mailServer.getReceivedMessages()).map(MailChannelTest::id))
                .doesNotHaveDuplicates();
        assertThat(mailServer.getReceivedMessages()[0].getContent().toString())
                .contains("pie.json");
    }

    @Test
    void afterACrashBetweenSendingAndNotingOneMailComesAgainUnderItsMessageId() throws Exception {
        outbox.deletion();
        Mail smtp = SmtpOfTheTest.to(mailServer);
        NoticeLoop dying =
                outbox.server(
                        channel(letter -> {
                            smtp.deliver(letter);
                            if (letter.to().startsWith("bo")) {
                                throw new ChannelThatFails.Died();
                            }
                        }));
        NoticeLoop other = outbox.server(channel(smtp));
        assertThatThrownBy(dying::pollOnce).isInstanceOf(ChannelThatFails.Died.class);
        assertThat(other.pollOnce()).isZero();
        outbox.pass(OutboxOfTheTest.LEASE);

        assertThat(other.pollOnce()).isEqualTo(1);

        assertThat(receivers())
                .containsExactly("ada@example.org", "bo@example.org", "bo@example.org");
        MimeMessage[] received = mailServer.getReceivedMessages();
        assertThat(id(received[2])).isEqualTo(id(received[1])).isNotEqualTo(id(received[0]));
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void withoutAnAdministratorTheNoticeWaits() throws Exception {
        outbox.deletion();
        NoticeLoop server =
                outbox.server(
                        new MailChannel(
                                SmtpOfTheTest.to(mailServer),
                                List::of,
                                new NoticeOutbox(outbox.dynamoDb)));

        assertThat(server.pollOnce()).isZero();

        assertThat(outbox.waiting()).hasSize(1);
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    private MailChannel channel(Mail mail) {
        return new MailChannel(mail, () -> administrators, new NoticeOutbox(outbox.dynamoDb));
    }

    private static Account administrator(String name) {
        Instant now = Instant.now();
        return new Account(
                UserId.next(now),
                name,
                name + "@example.org",
                name,
                "Example",
                Role.ADMIN,
                true,
                now,
                1);
    }

    private List<String> receivers() {
        return Arrays.stream(mailServer.getReceivedMessages())
                .map(MailChannelTest::receiver)
                .toList();
    }

    private static String receiver(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
