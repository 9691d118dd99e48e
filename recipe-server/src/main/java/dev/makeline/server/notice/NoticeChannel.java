package dev.makeline.server.notice;

/// A way to the administrators. After a crash, a notice may be told again: each channel gives what
/// it sends the deletion's id as its key, by which it or its receiver drops the repetition.
interface NoticeChannel {

    /// For the record of what was told, and for logs.
    String label();

    /// Returns once the channel has taken it. May block; is interrupted when it takes too long.
    ///
    /// @throws NoticeNotTakenException or any other, when it is to be told again later
    void tell(DeletionNotice notice) throws InterruptedException;
}
