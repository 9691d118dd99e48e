package dev.makeline.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// One version of one object in a bucket: the key of every effect the intake has (invariant 2).
///
/// In a versioned bucket `versionId` tells versions apart; in any other bucket only the `eTag`
/// does, so putting the same bytes under the same key again is the same version there.
///
/// @param key the object's key as S3 keeps it, not URL-encoded
/// @param eTag without the quotes around it
public record ObjectVersion(String bucket, String key, Optional<String> versionId, String eTag) {

    private static final int ID_HEX_DIGITS = 40;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{" + ID_HEX_DIGITS + "}");

    public ObjectVersion {
        Objects.requireNonNull(versionId, "versionId");
        if (bucket.isEmpty() || key.isEmpty() || eTag.isEmpty()) {
            throw new IllegalArgumentException(
                    "An object version needs bucket, key and eTag; got bucket '%s', key '%s', eTag '%s'"
                            .formatted(bucket, key, eTag));
        }
        // A bucket that never had versioning reports the literal "null".
        versionId = versionId.filter(id -> !id.isEmpty() && !id.equals("null"));
        eTag = eTag.replace("\"", "");
    }

    /// The ledger's key for this version: 160 bits of SHA-256, as 40 lower-case hex digits; safe in
    /// URLs.
    @JsonIgnore
    public String objectId() {
        String identity =
                bucket + '\0' + key + '\0' + versionId.map(id -> "v:" + id).orElse("e:" + eTag);
        return HexFormat.of()
                .formatHex(sha256(identity.getBytes(UTF_8)))
                .substring(0, ID_HEX_DIGITS);
    }

    /// Whether the text has the form of an [#objectId]; no other row of the ledger's table has a
    /// key of this form.
    static boolean isObjectId(String text) {
        return ID.matcher(text).matches();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
