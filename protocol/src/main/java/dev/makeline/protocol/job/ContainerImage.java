package dev.makeline.protocol.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an administrator registered for jobs of the kind `container`: an image, and the arguments
/// that it is started with. The arguments are a list that no shell reads.
///
/// @param name by which jobs ask for it
/// @param image a reference such as `registry.example.org/tools/resize:2`
/// @param command empty for the image's own
/// @param summary a sentence for those who order jobs
/// @param extension of the output's name, such as `pdf`; empty for that of the input
/// @param registeredAt UTC
/// @param by who registered it
public record ContainerImage(
        String name,
        String image,
        List<String> command,
        String summary,
        Optional<String> extension,
        Instant registeredAt,
        String by) {

    /// Characters.
    public static final int LONGEST_NAME = 40;

    private static final int LONGEST_IMAGE = 300;
    private static final int LONGEST_SUMMARY = 500;
    private static final int MOST_ARGUMENTS = 50;
    private static final int LONGEST_COMMAND = 4_000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern EXTENSION = Pattern.compile("[a-zA-Z0-9]{1,10}");

    /// As the distribution project defines a reference: host and port, path, tag, digest.
    private static final Pattern IMAGE =
            Pattern.compile(
                    "(?:[a-zA-Z0-9][a-zA-Z0-9-]*+(?:\\.[a-zA-Z0-9][a-zA-Z0-9-]*+)*+(?::[0-9]{1,5})?/)?"
                            + "[a-z0-9]++(?:(?:[._]|__|-++)[a-z0-9]++)*+"
                            + "(?:/[a-z0-9]++(?:(?:[._]|__|-++)[a-z0-9]++)*+)*+"
                            + "(?::[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127})?"
                            + "(?:@sha256:[0-9a-f]{64})?");

    public ContainerImage {
        command = List.copyOf(command);
        List<String> problems = problems(name, image, command, summary, extension);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /// Sentences that say what does not fit; none when all does.
    public static List<String> problems(
            String name,
            String image,
            List<String> command,
            String summary,
            Optional<String> extension) {
        List<String> problems = new ArrayList<>();
        if (!isName(name)) {
            problems.add(
                    "The name has from 1 to %d lower-case letters, digits and hyphens."
                            .formatted(LONGEST_NAME));
        }
        if (image.length() > LONGEST_IMAGE || !IMAGE.matcher(image).matches()) {
            problems.add(
                    "image is the reference of a container image of at most %d characters, such as registry.example.org/tools/resize:2."
                            .formatted(LONGEST_IMAGE));
        }
        if (command.size() > MOST_ARGUMENTS
                || command.stream().mapToInt(String::length).sum() > LONGEST_COMMAND
                || command.stream().anyMatch(one -> one.indexOf('\0') >= 0)) {
            problems.add(
                    "command has at most %d arguments of %d characters together, none with a NUL."
                            .formatted(MOST_ARGUMENTS, LONGEST_COMMAND));
        }
        if (summary.isBlank() || summary.length() > LONGEST_SUMMARY) {
            problems.add("summary has from 1 to %d characters.".formatted(LONGEST_SUMMARY));
        }
        if (extension.isPresent() && !EXTENSION.matcher(extension.get()).matches()) {
            problems.add("extension has from 1 to 10 letters and digits, such as pdf.");
        }
        return problems;
    }
}
