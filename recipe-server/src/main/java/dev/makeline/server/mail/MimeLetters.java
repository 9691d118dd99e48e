package dev.makeline.server.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;

/// Letters as MIME messages. What is not ASCII is encoded, so that a header stays one line.
@Singleton
final class MimeLetters {

    private final MailSettings settings;
    private final InstantSource clock;

    MimeLetters(MailSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    MimeMessage of(Letter letter, Session session) {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(settings.from(), true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
            message.setSubject(letter.subject(), UTF_8.name());
            message.setText(letter.text(), UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            // No automatic answers: RFC 3834.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new IllegalArgumentException("A mail's address or subject is malformed", e);
        }
    }

    byte[] bytes(Letter letter) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            of(letter, Session.getInstance(new Properties())).writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("A mail cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
