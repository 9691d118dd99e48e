package dev.makeline.server.mail;

/// A way for mails to go. Thread-safe.
interface Mail {

    /// Returns when the mail is handed over; it may arrive twice when that was not noticed.
    ///
    /// @throws MailNotDeliveredException when trying again may help
    void deliver(Letter letter);
}
