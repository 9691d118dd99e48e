package dev.makeline.server.file.catalog;

import dev.makeline.server.access.OwnerId;
import dev.makeline.server.file.FileState;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.request.FileItem;
import dev.makeline.server.file.request.FileOwner;
import dev.makeline.server.file.request.FileOwners;
import dev.makeline.server.file.store.FileStore;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.Cursors;
import dev.makeline.server.request.Found;
import dev.makeline.server.request.Page;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists of files. An owner's are read whole, which their quota bounds, whatever everybody else
/// has; everybody's are read page by page in the order of their index. Thread-safe.
@Singleton
public final class FileList {

    /// Rows that one page of everybody's files looks through for a search.
    private static final int LOOKED_THROUGH = 1_000;

    private static final FileOwner NOBODY =
            new FileOwner(Optional.empty(), Optional.empty(), Optional.empty());

    private final FileStore store;
    private final FileOwners owners;
    private final Cursors cursors;

    FileList(FileStore store, FileOwners owners, Cursors cursors) {
        this.store = store;
        this.owners = owners;
        this.cursors = cursors;
    }

    public Page<FileItem> ofOwner(
            OwnerId owner,
            FileState state,
            String query,
            FileSorting sorting,
            int size,
            Optional<String> cursor) {
        String list = "files %s %s %s %s".formatted(owner, state.label(), sorting, query);
        Optional<String> position = cursors.read(list, cursor);
        SearchWords words = SearchWords.of(query);
        List<StoredFile> matching =
                store.ofOwner(owner, state).stream().filter(words::matches).toList();
        List<StoredFile> rest = sorting.after(sorting.sort(matching), position);
        return items(
                Page.of(
                        new Found<>(rest, false),
                        size,
                        last -> cursors.write(list, sorting.position(last))));
    }

    /// @param sorting by `updated` alone
    public Page<FileItem> all(
            FileState state, String query, FileSorting sorting, int size, Optional<String> cursor) {
        if (!sorting.field().equals("updated")) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "Everybody's files are listed by time alone: sort is updated or -updated.");
        }
        String list = "all files %s %s %s".formatted(state.label(), sorting, query);
        Optional<String> position = cursors.read(list, cursor);
        int read = query.isBlank() ? size + 1 : LOOKED_THROUGH;
        Found<StoredFile> found = store.all(state, position, sorting.isDescending(), read);
        SearchWords words = SearchWords.of(query);
        List<StoredFile> matching = found.items().stream().filter(words::matches).toList();
        if (matching.size() > size || query.isBlank()) {
            return items(
                    Page.of(
                            new Found<>(matching, found.truncated()),
                            size,
                            last -> cursors.write(list, FileStore.position(last))));
        }
        boolean isMore = found.truncated() || found.items().size() == read;
        Optional<String> next =
                isMore
                        ? Optional.of(
                                cursors.write(list, FileStore.position(found.items().getLast())))
                        : Optional.empty();
        return items(new Page<>(matching, next));
    }

    private Page<FileItem> items(Page<StoredFile> page) {
        Map<OwnerId, FileOwner> names =
                owners.of(page.items().stream().map(StoredFile::owner).toList());
        return new Page<>(
                page.items().stream()
                        .map(file -> FileItem.of(file, names.getOrDefault(file.owner(), NOBODY)))
                        .toList(),
                page.nextCursor());
    }
}
