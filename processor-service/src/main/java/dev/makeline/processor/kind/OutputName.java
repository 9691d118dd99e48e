package dev.makeline.processor.kind;

/// Names of outputs, made from the names of their inputs.
public final class OutputName {

    /// Code points that file systems take.
    private static final int LONGEST = 255;

    private OutputName() {}

    /// `notes.txt` and `-appended` become `notes-appended.txt`.
    public static String suffixed(String input, String suffix) {
        return of(input, suffix, extension(input));
    }

    /// `pies.zip`, `-report` and `.json` become `pies-report.json`.
    public static String of(String input, String suffix, String extension) {
        String stem = input.substring(0, input.length() - extension(input).length());
        int room = LONGEST - suffix.length() - extension.codePointCount(0, extension.length());
        if (room < 1) {
            return "output" + suffix;
        }
        int length = Math.min(stem.codePointCount(0, stem.length()), room);
        return stem.substring(0, stem.offsetByCodePoints(0, length)) + suffix + extension;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot) : "";
    }
}
