package dev.makeline.protocol;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/// Ids that nobody can guess and whose text order is, to the millisecond, the order in which they
/// were made: ULIDs in lower case, 26 letters and digits.
final class TimeSortedId {

    private static final Pattern FORM = Pattern.compile("[0-7][0-9a-hjkmnp-tv-z]{25}");

    private TimeSortedId() {}

    static String next(Instant now) {
        Ulid ulid = UlidCreator.getUlid(now.toEpochMilli());
        return ulid.toLowerCase();
    }

    /// The same for the same source, from whose SHA-256 its last 16 characters are taken.
    static String derived(Instant at, String source) {
        return UlidCreator.getHashUlid(at.toEpochMilli(), source).toLowerCase();
    }

    /// No id that is made at this time or later comes before it, and none made earlier after it.
    static String floor(Instant at) {
        return new Ulid(at.toEpochMilli() << Short.SIZE, 0).toLowerCase();
    }

    static boolean isWellFormed(String id) {
        return FORM.matcher(id).matches() && id.equals(id.toLowerCase(Locale.ROOT));
    }
}
