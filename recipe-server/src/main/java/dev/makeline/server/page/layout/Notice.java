package dev.makeline.server.page.layout;

import java.util.Arrays;
import java.util.Optional;

/// What a page says after a form led to it: one of these sentences, so that a link cannot put words
/// into a page.
public enum Notice {
    SAVED("saved", "Saved."),
    DELETED("deleted", "It is in the trash; restore it there when you want it back."),
    PURGED("purged", "It is gone for good."),
    RESTORED("restored", "It is back."),
    SENT("sent", "Sent to the intake; what becomes of it stands here in a moment."),
    ORDERED("ordered", "The job is ordered."),
    CANCELLED("cancelled", "The job is cancelled."),
    REPLAYED("replayed", "Sent again; what becomes of it stands under Intake in a moment."),
    RETRIED("retried", "It is on its way again."),
    DISMISSED("dismissed", "Dismissed; its reason stays with it."),
    RETIRED("retired", "No job runs it any more; what runs now goes on."),
    REVOKED("revoked", "The token is good for nothing any more."),
    ENDED("ended", "That log in is over."),
    CHANGED("changed", "Changed; it works at once here, and within 30 seconds everywhere.");

    static final String PARAMETER = "done";

    private final String key;
    private final String sentence;

    Notice(String key, String sentence) {
        this.key = key;
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    static Optional<Notice> of(Optional<String> key) {
        return key.flatMap(
                given -> Arrays.stream(values()).filter(one -> one.key.equals(given)).findFirst());
    }

    /// The path with what makes its page say this.
    ///
    /// @param path of this server
    public String on(String path) {
        return path + (path.contains("?") ? "&" : "?") + PARAMETER + "=" + key;
    }
}
