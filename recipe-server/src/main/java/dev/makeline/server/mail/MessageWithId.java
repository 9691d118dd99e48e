package dev.makeline.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/// A message whose Message-ID is chosen by its sender.
final class MessageWithId extends MimeMessage {

    private final String id;

    MessageWithId(Session session, String id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
