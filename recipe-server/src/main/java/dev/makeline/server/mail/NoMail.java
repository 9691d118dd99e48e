package dev.makeline.server.mail;

/// Drops every mail; [MailDelivery] says at the start what that means.
final class NoMail implements Mail {

    @Override
    public void deliver(Letter letter) {}
}
