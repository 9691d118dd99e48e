package dev.makeline.launcher.instance;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The project's folder: what was built in it and what running instances leave in it.
///
/// @param root absolute
public record Home(Path root) {

    /// Set by the script that starts the launcher.
    private static final String PROPERTY = "makeline.home";

    public static Home ofThisProcess() {
        String root =
                Optional.ofNullable(System.getProperty(PROPERTY))
                        .orElseThrow(() ->
                                CannotProceedException.refused(
                                        "The launcher does not know its folder: start it as ./makeline, or give it -Dmakeline.home=DIR."));
        return new Home(Path.of(root).toAbsolutePath().normalize());
    }

    /// Where an instance keeps its data unless told otherwise.
    public Path defaultData() {
        return root.resolve(".makeline");
    }

    Path running() {
        return defaultData().resolve("running");
    }

    /// The jar of a module and the libraries beside it.
    ///
    /// @throws CannotProceedException when the module is not built
    String classPath(String module) {
        Path target = root.resolve(module).resolve("target");
        Path jar = target.resolve(module + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw CannotProceedException.refused(
                    "%s is not built (%s is missing): run ./makeline, which builds it, or ./mvnw package."
                            .formatted(module, jar));
        }
        return jar + File.pathSeparator + target.resolve("lib").resolve("*");
    }

    /// Where tasks leave what makes later ones start sooner.
    Path taskCache() {
        return root.resolve("processor-service").resolve("target").resolve("task-cache");
    }

    /// The JVM's archive of a module's loaded classes, which it keeps up to date by itself and
    /// which makes the next start quicker.
    Path classArchive(String module) {
        return root.resolve(module).resolve("target").resolve(module + ".jsa");
    }
}
