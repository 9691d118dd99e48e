package dev.makeline.server.password;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A password as it is kept: an Argon2id hash with its salt and cost, in the PHC string format.
///
/// @param text such as `$argon2id$v=19$m=47104,t=1,p=1$<salt>$<hash>`
public record PasswordHash(String text) {

    static final int SALT_BYTES = 16;
    static final int HASH_BYTES = 32;

    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{22,86})\\$([A-Za-z0-9+/]{43})");

    public PasswordHash {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "A kept password is no Argon2id hash of version 19 in PHC form");
        }
    }

    static PasswordHash of(Argon2Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash(
                "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                        .formatted(
                                cost.memory(),
                                cost.iterations(),
                                cost.parallelism(),
                                base64.encodeToString(salt),
                                base64.encodeToString(hash)));
    }

    Argon2Cost cost() {
        Matcher parts = parts();
        return new Argon2Cost(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)));
    }

    byte[] salt() {
        return Base64.getDecoder().decode(parts().group(4));
    }

    boolean hasHash(byte[] hash) {
        return MessageDigest.isEqual(Base64.getDecoder().decode(parts().group(5)), hash);
    }

    private Matcher parts() {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("The form was checked when this was made");
        }
        return parts;
    }

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
