package dev.makeline.server.file.catalog;

import dev.makeline.server.file.StoredFile;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The order of a list: by one field, files of one value by their ids.
///
/// @param key as it compares
public record FileSorting(String field, boolean isDescending, Function<StoredFile, String> key) {

    /// Characters of a key that a cursor carries.
    private static final int IN_CURSOR = 40;

    private static final char END_OF_KEY = '\n';

    /// @param sort the field, after a `-` for the other direction; the newest first when empty
    /// @throws ProblemException with 400 for another field
    public static FileSorting of(Optional<String> sort) {
        String text = sort.orElse("-uploaded");
        boolean isDescending = text.startsWith("-");
        String field = isDescending ? text.substring(1) : text;
        return new FileSorting(field, isDescending, keyOf(field));
    }

    private static Function<StoredFile, String> keyOf(String field) {
        return switch (field) {
            case "name" -> file -> SearchWords.folded(file.name()).replace(END_OF_KEY, ' ');
            case "size" -> file -> "%019d".formatted(file.claim().size());
            case "uploaded" -> file -> "%019d".formatted(file.uploadedAt().toEpochMilli());
            case "updated" -> file -> "%019d".formatted(file.updatedAt().toEpochMilli());
            default ->
                    throw new ProblemException(
                            ProblemType.INVALID_REQUEST,
                            "sort is name, size, uploaded or updated; with - before it, the other way round.");
        };
    }

    List<StoredFile> sort(List<StoredFile> files) {
        return files.stream().sorted(order()).toList();
    }

    private Comparator<StoredFile> order() {
        Comparator<StoredFile> ascending = Comparator.comparing(key).thenComparing(StoredFile::id);
        return isDescending ? ascending.reversed() : ascending;
    }

    /// Where the list goes on after a file.
    String position(StoredFile file) {
        return shortened(key.apply(file)) + END_OF_KEY + file.id().value();
    }

    /// What follows a position; also when the file that it names is gone.
    List<StoredFile> after(List<StoredFile> sorted, Optional<String> position) {
        if (position.isEmpty()) {
            return sorted;
        }
        int end = position.get().lastIndexOf(END_OF_KEY);
        String id = position.get().substring(end + 1);
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).id().value().equals(id)) {
                return sorted.subList(i + 1, sorted.size());
            }
        }
        return sorted.stream().filter(file -> isAfter(position(file), position.get())).toList();
    }

    private boolean isAfter(String candidate, String position) {
        return isDescending ? candidate.compareTo(position) < 0 : candidate.compareTo(position) > 0;
    }

    private static String shortened(String key) {
        return key.length() <= IN_CURSOR ? key : key.substring(0, IN_CURSOR);
    }

    @Override
    public String toString() {
        return (isDescending ? "-" : "") + field.toLowerCase(Locale.ROOT);
    }
}
