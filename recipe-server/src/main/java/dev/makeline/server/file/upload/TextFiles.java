package dev.makeline.server.file.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Caller;
import dev.makeline.server.file.ContentClaim;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.file.request.FileTexts;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.request.Effect;
import dev.makeline.server.request.Sha256;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/// Files whose content somebody writes instead of uploading it. Thread-safe; blocking.
@Singleton
public final class TextFiles {

    private static final String JSON = "application/json";
    private static final String PLAIN = "text/plain";

    private final FileAccess access;
    private final UploadStart start;
    private final DirectContent direct;
    private final InstantSource clock;

    TextFiles(FileAccess access, UploadStart start, DirectContent direct, InstantSource clock) {
        this.access = access;
        this.start = start;
        this.direct = direct;
        this.clock = clock;
    }

    /// A new file of the caller's; its media type is told by its name.
    ///
    /// @throws ProblemException when the name or the quota do not allow it
    public StoredFile create(HttpRequest<?> request, String name, String text) {
        byte[] content = text.getBytes(UTF_8);
        String checked = FileTexts.name(name.strip());
        ContentClaim claim =
                new ContentClaim(
                        content.length,
                        checked.endsWith(".json") ? JSON : PLAIN,
                        Sha256.hex(content));
        StoredFile file =
                start.announce(
                        Caller.of(request).owner(),
                        checked,
                        "",
                        claim,
                        Effect.once(clock.instant()));
        return direct.put(file, Optional.empty(), Optional.empty(), content);
    }

    /// The text becomes the next version.
    ///
    /// @param ifMatch the ETag of the file that was read
    /// @throws ProblemException with 412 when somebody changed it since
    public StoredFile write(
            HttpRequest<?> request, String fileId, Optional<String> ifMatch, String text) {
        StoredFile file = access.requireLive(request, Action.CHANGE, fileId);
        return direct.put(file, ifMatch, Optional.empty(), text.getBytes(UTF_8));
    }
}
