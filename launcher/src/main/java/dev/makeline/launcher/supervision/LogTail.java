package dev.makeline.launcher.supervision;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The last lines of a log file, for a person who must see why a process ended. Stack frames are
/// left out: they fill the screen and push out the line that says why.
public final class LogTail {

    /// Read from the end of the file; more than a long stack trace and twenty sensible lines.
    private static final int BYTES = 65_536;

    private static final Pattern STACK_FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ ).*");

    private LogTail() {}

    /// @return at most `lines` lines; none when the file cannot be read
    public static List<String> of(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            file.seek(from);
            byte[] end = new byte[(int) (file.length() - from)];
            file.readFully(end);
            List<String> all =
                    new String(end, StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !STACK_FRAME.matcher(line).matches())
                            .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
