package dev.makeline.server.page.job;

import dev.makeline.server.file.request.FileItem;
import java.util.List;

/// The files that a job's form lists.
///
/// @param files the newest first; before them the one that somebody came with, where it is older
/// @param more whether the person has others
public record FileChoice(List<FileItem> files, boolean more) {

    static final FileChoice NONE = new FileChoice(List.of(), false);

    public FileChoice {
        files = List.copyOf(files);
    }
}
