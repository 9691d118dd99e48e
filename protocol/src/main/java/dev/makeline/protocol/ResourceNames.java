package dev.makeline.protocol;

import java.util.Optional;
import java.util.regex.Pattern;

/// The names under which all processes find the shared buckets, queues and tables.
///
/// Queues and tables are an account's own. The name of a bucket is taken for everybody in AWS, so
/// those two can be called otherwise, in the environment of every process.
public final class ResourceNames {

    /// The variables that name the buckets where they are not called as they are by habit.
    public static final String INTAKE_BUCKET_VARIABLE = "MAKELINE_INTAKE_BUCKET";

    public static final String FILES_BUCKET_VARIABLE = "MAKELINE_FILES_BUCKET";

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    public static final String INTAKE_BUCKET = bucket(INTAKE_BUCKET_VARIABLE, "makeline-intake");
    public static final String FILES_BUCKET = bucket(FILES_BUCKET_VARIABLE, "makeline-files");

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

    private static String bucket(String variable, String byHabit) {
        return bucket(variable, Optional.ofNullable(System.getenv(variable)), byHabit);
    }

    /// @throws IllegalArgumentException when it is set to what no bucket is called
    static String bucket(String variable, Optional<String> set, String byHabit) {
        String name = set.filter(value -> !value.isBlank()).orElse(byHabit);
        if (!BUCKET.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "%s must name a bucket, such as %s: 3 to 63 lower-case letters, digits, dots and hyphens; it is '%s'"
                            .formatted(variable, byHabit, name));
        }
        return name;
    }
}
