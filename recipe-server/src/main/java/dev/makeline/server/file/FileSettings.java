package dev.makeline.server.file;

import dev.makeline.protocol.ResourceNames;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// @param largest bytes of one content
/// @param largestDirect bytes of one content that goes through the server
/// @param formValidFor how long an upload form may be sent
/// @param linkValidFor how long a download link may be opened
/// @param abandonedAfter when an upload that was not completed is given up
/// @param trashKeptFor when a deleted file is purged
/// @param sweepInterval between two sweeps
/// @param sweepEntries how many of each kind one sweep takes up
/// @param bytesPerOwner of all versions of all files of one owner, trash included
/// @param filesPerOwner trash included
/// @param pendingPerOwner uploads that were not completed
/// @param versionsPerFile how many there may be
/// @param browserEndpoint where browsers reach S3, when that is not where this server does: an
///   endpoint, or the files bucket's own host, such as that of its transfer acceleration; else
///   empty
@ConfigurationProperties("makeline.files")
public record FileSettings(
        long largest,
        int largestDirect,
        Duration formValidFor,
        Duration linkValidFor,
        Duration abandonedAfter,
        Duration trashKeptFor,
        Duration sweepInterval,
        int sweepEntries,
        long bytesPerOwner,
        int filesPerOwner,
        int pendingPerOwner,
        int versionsPerFile,
        String browserEndpoint) {

    private static final String BUCKET_OF_A_HOST = ResourceNames.FILES_BUCKET + ".";

    /// S3 takes no larger object in one form.
    private static final long MOST_BYTES = 5L << 30;

    private static final int MOST_DIRECT = 6 << 20;
    private static final Duration LONGEST_FORM = Duration.ofMinutes(5);
    private static final Duration LONGEST_LINK = Duration.ofSeconds(60);

    /// An owner's files are sorted in memory.
    private static final int MOST_FILES = 10_000;

    public FileSettings {
        check("largest", largest, 1, MOST_BYTES);
        check("largest-direct", largestDirect, 1, MOST_DIRECT);
        check("form-valid-for", formValidFor, Duration.ofSeconds(1), LONGEST_FORM);
        check("link-valid-for", linkValidFor, Duration.ofSeconds(1), LONGEST_LINK);
        check("abandoned-after", abandonedAfter, LONGEST_FORM, Duration.ofDays(7));
        check("trash-kept-for", trashKeptFor, Duration.ofHours(1), Duration.ofDays(3650));
        check("sweep-interval", sweepInterval, Duration.ofMillis(1), Duration.ofHours(1));
        check("sweep-entries", sweepEntries, 1, 1_000);
        check("bytes-per-owner", bytesPerOwner, 1, Long.MAX_VALUE);
        check("files-per-owner", filesPerOwner, 1, MOST_FILES);
        check("pending-per-owner", pendingPerOwner, 1, MOST_FILES);
        check("versions-per-file", versionsPerFile, 1, MOST_FILES);
    }

    /// Where forms and links lead, when not to where this server finds S3.
    public Optional<URI> endpointOfBrowsers() {
        return Optional.of(browserEndpoint).filter(text -> !text.isBlank()).map(URI::create);
    }

    /// Whether the host of that endpoint bears the bucket, so that no path has to.
    public boolean endpointBearsTheBucket() {
        return endpointOfBrowsers()
                .map(URI::getHost)
                .filter(host -> host.startsWith(BUCKET_OF_A_HOST))
                .isPresent();
    }

    /// As [#endpointOfBrowsers], without the bucket before its host.
    public Optional<URI> endpointWithoutBucket() {
        return endpointBearsTheBucket()
                ? endpointOfBrowsers()
                        .map(own -> URI.create(own.toString().replace(BUCKET_OF_A_HOST, "")))
                : endpointOfBrowsers();
    }

    private static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "makeline.files.%s must be from %d to %d, not %d"
                            .formatted(name, least, most, value));
        }
    }

    private static void check(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "makeline.files.%s must be from %s to %s, not %s"
                            .formatted(name, least, most, value));
        }
    }
}
