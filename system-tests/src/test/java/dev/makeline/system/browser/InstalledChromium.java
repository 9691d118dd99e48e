package dev.makeline.system.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser that this machine has. None is ever downloaded.
final class InstalledChromium {

    /// By what Debian, other distributions and the vendor call it.
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<Path> ELSEWHERE =
            List.of(
                    Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
                    Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private InstalledChromium() {}

    static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Stream<Path> onPath =
                Stream.of(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .flatMap(folder -> NAMES.stream().map(Path.of(folder)::resolve));
        return Stream.concat(onPath, ELSEWHERE.stream()).filter(Files::isExecutable).findFirst();
    }
}
