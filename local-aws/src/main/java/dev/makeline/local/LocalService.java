package dev.makeline.local;

import java.net.URI;

/// One running stand-in. Closing it stops it at once and frees its port; closing twice is closing
/// once.
interface LocalService extends AutoCloseable {

    URI endpoint();

    @Override
    void close();
}
