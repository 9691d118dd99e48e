package dev.makeline.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    private static final Letter LETTER =
            new Letter("ada@example.org", "Grüße aus der Küche", "Zwölf Crêpes.\n.\nEnde.");

    @Test
    void letterArrivesBySmtpAsItWasWritten() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.setUser("makeline", "relay secret");
        server.start();
        try {
            smtp(server.getSmtp().getPort(), "makeline", "relay secret").deliver(LETTER);

            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo(LETTER.subject());
            assertThat(received.getAllRecipients()[0].toString()).isEqualTo(LETTER.to());
            assertThat(received.getFrom()[0].toString()).isEqualTo("makeline@example.org");
            assertThat(received.getContent().toString().replace("\r\n", "\n").strip())
                    .isEqualTo(LETTER.text());
        } finally {
            server.stop();
        }
    }

    @Test
    void relayThatAsksNobodyForAPasswordIsSentNone() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        try {
            smtp(server.getSmtp().getPort(), "", "").deliver(LETTER);

            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void serverThatDoesNotEncryptGetsNothingWhenEncryptionIsAskedFor() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        try {
            MailSettings settings =
                    settings("smtp", "", server.getSmtp().getPort(), "", "", "starttls");

            assertThatThrownBy(() -> new SmtpMail(settings, letters(settings)).deliver(LETTER))
                    .isInstanceOf(MailNotDeliveredException.class);
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void serverThatHangsIsLeftAfterTheTimeout() throws Exception {
        try (ServerSocket hanging = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long began = System.nanoTime();

            assertThatThrownBy(() -> smtp(hanging.getLocalPort(), "", "").deliver(LETTER))
                    .isInstanceOf(MailNotDeliveredException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void folderHoldsCompleteFilesAlone(@TempDir Path folder) throws Exception {
        Path inside = folder.resolve("not/there/yet");
        MailSettings settings = settings("folder", inside.toString(), 25, "", "", "none");

        new FolderMail(inside, letters(settings), InstantSource.system()).deliver(LETTER);

        try (Stream<Path> files = Files.list(inside)) {
            List<Path> all = files.toList();
            assertThat(all).singleElement().asString().endsWith(".eml");
            assertThat(Files.getPosixFilePermissions(all.getFirst()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.readString(all.getFirst()))
                    .contains("To: ada@example.org")
                    .contains("Auto-Submitted: auto-generated");
        }
    }

    @Test
    void folderThatCannotBeMadeIsTold(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        MailSettings settings = settings("folder", file.toString(), 25, "", "", "none");

        assertThatThrownBy(() ->
                        new FolderMail(
                                file.resolve("mail"), letters(settings), InstantSource.system()))
                .hasMessageContaining("makeline.mail.folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org\r\nBcc: b@example.org",
                "a@example.org\nBcc: b@example.org",
                "a@example.org\u0000",
                "a@example.org\u2028b"
            })
    void headersTakeNoLineBreaks(String text) {
        assertThatThrownBy(() -> new Letter(text, "Subject", "Text"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Letter("a@example.org", text, "Text"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void outboxTriesAgainAndWritesTheLetterOnce() throws Exception {
        AtomicInteger drafts = new AtomicInteger();
        AtomicInteger attempts = new AtomicInteger();
        List<Letter> delivered = new ArrayList<>();
        Outbox outbox =
                new Outbox(
                        letter -> {
                            if (attempts.incrementAndGet() < 3) {
                                throw new MailNotDeliveredException("down", new Exception());
                            }
                            delivered.add(letter);
                        },
                        settings("none", "", 25, "", "", "none"));

        outbox.post(() -> {
            drafts.incrementAndGet();
            return Optional.of(LETTER);
        });
        await().untilAsserted(() -> assertThat(attempts).hasValue(3));
        outbox.stop();

        assertThat(delivered).containsExactly(LETTER);
        assertThat(drafts).hasValue(1);
    }

    @Test
    void outboxGivesUpAndNeverHoldsAnybodyUp() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch held = new CountDownLatch(1);
        Outbox outbox =
                new Outbox(
                        _ -> {
                            attempts.incrementAndGet();
                            awaitQuietly(held);
                            throw new MailNotDeliveredException("down", new Exception());
                        },
                        settings("none", "", 25, "", "", "none"));

        for (int i = 0; i < 50; i++) {
            outbox.post(() -> Optional.of(LETTER));
        }
        held.countDown();
        outbox.stop();

        // Two under way and ten waiting, each with four attempts; the others were let go.
        assertThat(attempts.get()).isEqualTo(48);
    }

    @Test
    void wrongSettingsAreToldByName() {
        assertThatThrownBy(() -> settings("pigeon", "", 25, "", "", "none"))
                .hasMessage(
                        "makeline.mail.delivery must be one of none, folder, smtp, ses, not 'pigeon'");
        assertThatThrownBy(() -> settings("folder", " ", 25, "", "", "none"))
                .hasMessageContaining("MAKELINE_MAIL_FOLDER");
        assertThatThrownBy(() -> settings("smtp", "", 0, "", "", "none"))
                .hasMessageContaining("makeline.mail.smtp-port");
        assertThatThrownBy(() -> settings("smtp", "", 25, "", "a secret", "none"))
                .hasMessageContaining("makeline.mail.smtp-password")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("a secret"));
        assertThatThrownBy(() -> settings("smtp", "", 25, "", "", "some"))
                .hasMessageContaining("starttls, tls, none");
        assertThat(settings("smtp", "", 25, "me", "a secret", "none").toString())
                .doesNotContain("a secret");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SmtpMail smtp(int port, String user, String password) {
        MailSettings settings = settings("smtp", "", port, user, password, "none");
        return new SmtpMail(settings, letters(settings));
    }

    static MimeLetters letters(MailSettings settings) {
        return new MimeLetters(settings, InstantSource.system());
    }

    static MailSettings settings(
            String delivery,
            String folder,
            int port,
            String user,
            String password,
            String security) {
        return new MailSettings(
                delivery,
                "makeline@example.org",
                folder,
                "127.0.0.1",
                port,
                user,
                password,
                security,
                Duration.ofMillis(700),
                10,
                4,
                Duration.ofMillis(2));
    }
}
