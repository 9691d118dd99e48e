package dev.makeline.server.file;

import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import dev.makeline.server.access.OwnerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// One content on its way into a file. Its row stands until it is due, whatever becomes of it, so
/// that objects which come late are found and removed.
///
/// @param edition of the file that it replaces; 0 for the first content
/// @param startedAt UTC
/// @param dueAt UTC, when it is swept
/// @param reason why it was refused
public record Upload(
        FileId file,
        ContentId id,
        OwnerId owner,
        ContentClaim claim,
        int edition,
        State state,
        Instant startedAt,
        Instant dueAt,
        Optional<String> reason) {

    /// Where an upload stands.
    public enum State {
        PENDING("pending"),
        PUBLISHED("published"),
        REFUSED("refused"),
        ABANDONED("abandoned");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        static State of(String label) {
            return Arrays.stream(values())
                    .filter(state -> state.label.equals(label))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public boolean isFirst() {
        return edition == 0;
    }

    public boolean isPending() {
        return state == State.PENDING;
    }

    /// Where the form puts the content: nobody reads it there before it is checked.
    public String holdingKey() {
        return FileObjects.HOLDING_PREFIX + file.value() + '/' + id.value();
    }

    public String objectKey() {
        return FileObjects.keyOf(file, id);
    }

    /// When it is given up, however often it is swept before.
    public Instant abandonedAt(Duration after) {
        return startedAt.plus(after);
    }

    public Upload postponed(Instant due) {
        return with(state, due, reason);
    }

    /// @param due when objects that came late are removed
    public Upload published(Instant due) {
        return with(State.PUBLISHED, due, Optional.empty());
    }

    public Upload refused(String why, Instant due) {
        return with(State.REFUSED, due, Optional.of(why));
    }

    public Upload abandoned(Instant due) {
        return with(State.ABANDONED, due, Optional.empty());
    }

    private Upload with(State next, Instant due, Optional<String> why) {
        return new Upload(file, id, owner, claim, edition, next, startedAt, due, why);
    }
}
