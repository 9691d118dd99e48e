package dev.makeline.processor.run;

import dev.makeline.processor.kind.Content;
import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.LiveFile;
import java.io.IOException;
import java.io.InputStream;

/// The objects that a task may read and write. Thread-safe; blocking.
public interface JobObjects {

    /// Where an output goes: nobody has seen it before.
    record Place(FileId file, ContentId content) {}

    /// The content of the job's input.
    ///
    /// @throws IOException also when the file got other content since the task was started: the
    ///   next attempt may read that
    InputStream input(LiveFile file) throws IOException;

    /// @param number from 0
    Place place(int number);

    void put(int number, Content content) throws IOException;
}
