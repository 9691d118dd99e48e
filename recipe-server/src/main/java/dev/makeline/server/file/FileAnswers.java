package dev.makeline.server.file;

import dev.makeline.server.request.EntityTag;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/// Answers that show one file, with its ETag. Thread-safe.
@Singleton
public final class FileAnswers {

    private final FileOwners owners;

    FileAnswers(FileOwners owners) {
        this.owners = owners;
    }

    public FileItem item(StoredFile file) {
        return FileItem.of(file, owners.of(file.owner()));
    }

    public MutableHttpResponse<FileItem> ok(StoredFile file) {
        return HttpResponse.ok(item(file))
                .header(HttpHeaders.ETAG, EntityTag.of(file.edition()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
