package dev.makeline.protocol;

/// The names under which all processes find the shared buckets, queues and tables.
public final class ResourceNames {

    public static final String INTAKE_BUCKET = "makeline-intake";
    public static final String FILES_BUCKET = "makeline-files";

    /// S3 event notifications of the intake bucket.
    public static final String S3_EVENTS_QUEUE = "makeline-s3-events";

    /// [UploadJob]s.
    public static final String UPLOAD_JOBS_QUEUE = "makeline-upload-jobs";

    /// Every queue `q` has its dead-letter queue `q-dlq`.
    public static final String DEAD_LETTER_SUFFIX = "-dlq";

    public static final String RECIPES_TABLE = "makeline-recipes";
    public static final String INTAKE_TABLE = "makeline-intake";
    public static final String ACCOUNTS_TABLE = "makeline-accounts";

    public static final String FILES_TABLE = "makeline-files";
    public static final String JOBS_TABLE = "makeline-jobs";

    private ResourceNames() {}
}
