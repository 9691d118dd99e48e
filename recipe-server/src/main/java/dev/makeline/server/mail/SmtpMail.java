package dev.makeline.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/// By a mail server. A connection for each mail: there are few, and none then hangs unseen.
final class SmtpMail implements Mail {

    private static final String PROTOCOL = "smtp";

    private final MailSettings settings;
    private final MimeLetters letters;
    private final Session session;

    SmtpMail(MailSettings settings, MimeLetters letters) {
        this.settings = settings;
        this.letters = letters;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        String timeout = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.smtpHost());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.smtpPort()));
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    @Override
    public void deliver(Letter letter) {
        MimeMessage message = letters.of(letter, session);
        try (Transport transport = session.getTransport(PROTOCOL)) {
            if (settings.user().isPresent()) {
                transport.connect(
                        settings.smtpHost(),
                        settings.smtpPort(),
                        settings.smtpUsername(),
                        settings.smtpPassword());
            } else {
                transport.connect();
            }
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new MailNotDeliveredException(
                    "The mail server %s:%d did not take a mail"
                            .formatted(settings.smtpHost(), settings.smtpPort()),
                    e);
        }
    }
}
