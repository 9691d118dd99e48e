package dev.makeline.processor.kind.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Documents that were found good, on disk until all of the file was looked at. Reading is
/// thread-safe; writing is for one thread.
final class DocumentSpool implements AutoCloseable {

    /// Where one document is.
    record Place(long offset, int length) {}

    private final FileChannel file;
    private long end;

    private DocumentSpool(FileChannel file) {
        this.file = file;
    }

    /// @param file new
    static DocumentSpool in(Path file) throws IOException {
        return new DocumentSpool(
                FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE)));
    }

    Place keep(byte[] document) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(document);
        while (bytes.hasRemaining()) {
            file.write(bytes, end + bytes.position());
        }
        Place place = new Place(end, document.length);
        end += document.length;
        return place;
    }

    byte[] read(Place place) throws IOException {
        return Source.of(file).slice(place.offset(), place.length());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
