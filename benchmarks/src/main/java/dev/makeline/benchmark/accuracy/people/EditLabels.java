package dev.makeline.benchmark.accuracy.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The labels of records by a hash of where they come from, so that the records themselves stay
/// outside the repository. What is a change and how places are numbered says `edit-labels.txt`.
public final class EditLabels {

    private static final int DIGITS = 16;
    private static final String NO_CHANGE = "none";

    private final Map<String, List<EditLabel>> byRecord;

    private EditLabels(Map<String, List<EditLabel>> byRecord) {
        this.byRecord = byRecord;
    }

    /// @param lines a hash, a space and a label or "none"
    public static EditLabels read(List<String> lines) {
        Map<String, List<EditLabel>> byRecord = new HashMap<>();
        for (String line : lines) {
            if (line.length() <= DIGITS + 1 || line.charAt(DIGITS) != ' ') {
                throw new IllegalArgumentException(
                        "A label starts with %d digits and a space, but this is “%s”"
                                .formatted(DIGITS, line));
            }
            String label = line.substring(DIGITS + 1);
            List<EditLabel> labels =
                    byRecord.computeIfAbsent(line.substring(0, DIGITS), _ -> new ArrayList<>());
            if (!label.equals(NO_CHANGE)) {
                labels.add(EditLabel.read(label));
            }
        }
        return new EditLabels(byRecord);
    }

    /// Empty when nobody has labelled the record; an empty list when nothing was changed in it.
    public Optional<List<EditLabel>> of(String commit, String file) {
        return Optional.ofNullable(byRecord.get(hash(commit + " " + file))).map(List::copyOf);
    }

    static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
