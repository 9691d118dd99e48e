package dev.makeline.server.page.job;

import dev.makeline.protocol.job.ContainerImage;
import dev.makeline.server.page.layout.Form;
import java.util.List;
import java.util.Optional;

/// The registered container images, and the form of another one.
///
/// @param mayChange whether the person may register and retire them
/// @param written what somebody wrote into the form and was not taken
/// @param objection why not
public record ContainersPage(
        List<ContainerImage> containers,
        boolean mayChange,
        Written written,
        Optional<String> objection) {

    /// @param command an argument on each line
    public record Written(
            String name, String image, String command, String summary, String extension) {

        static final Written NOTHING = new Written("", "", "", "", "");

        static Written of(Form form) {
            return new Written(
                    form.text("name").strip(),
                    form.text("image").strip(),
                    form.text("command").replace("\r\n", "\n"),
                    form.text("summary").strip(),
                    form.text("extension").strip());
        }

        List<String> arguments() {
            return command.lines().filter(line -> !line.isEmpty()).toList();
        }
    }

    public ContainersPage {
        containers = List.copyOf(containers);
    }
}
