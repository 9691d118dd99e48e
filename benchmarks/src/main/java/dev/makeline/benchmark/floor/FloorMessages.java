package dev.makeline.benchmark.floor;

/// Messages as long as the real ones, that carry nothing but a key.
final class FloorMessages {

    /// What an S3 event and an upload job say beside the key, in bytes; close to the real ones.
    private static final int EVENT_FILLER = 800;

    private static final int JOB_FILLER = 300;
    private static final String SEPARATOR = "|";

    private FloorMessages() {}

    static String event(String key) {
        return key + SEPARATOR + "e".repeat(EVENT_FILLER);
    }

    static String job(String key) {
        return key + SEPARATOR + "j".repeat(JOB_FILLER);
    }

    static String keyIn(String body) {
        return body.substring(0, body.indexOf(SEPARATOR));
    }
}
