package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the server wrote into its mail folder for one person.
record Mailbox(Path folder, String address) {

    private static final Pattern TOKEN = Pattern.compile("/password-reset#(\\S+)");

    record Received(String subject, String text) {}

    static Mailbox of(String address) {
        return new Mailbox(RunningServer.MAIL, address);
    }

    List<Received> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(Mailbox::read)
                    .filter(this::isMine)
                    .map(Mailbox::received)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Received last(int count) {
        await().untilAsserted(() -> assertThat(all()).hasSize(count));
        return all().getLast();
    }

    /// Of the last reset link.
    String token(int mails) {
        Matcher link = TOKEN.matcher(last(mails).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private boolean isMine(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static MimeMessage read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), content);
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static Received received(MimeMessage message) {
        try {
            return new Received(message.getSubject(), String.valueOf(message.getContent()));
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
