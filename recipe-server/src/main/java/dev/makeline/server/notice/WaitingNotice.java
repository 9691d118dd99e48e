package dev.makeline.server.notice;

import java.time.Instant;
import java.util.Optional;

/// A notice of the outbox.
///
/// @param part its place there: in the order of the deletions
/// @param lease of the server that tells it, while one does
/// @param attempts so far
/// @param notBefore UTC, when the next attempt is due
record WaitingNotice(
        String part,
        DeletionNotice notice,
        Optional<String> lease,
        long attempts,
        Optional<Instant> notBefore) {}
