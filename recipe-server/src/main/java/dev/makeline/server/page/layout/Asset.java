package dev.makeline.server.page.layout;

import dev.makeline.server.request.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/// One file that pages load. Immutable as long as nobody changes the bytes that it gives.
final class Asset {

    private static final int HASH_DIGITS = 12;

    private final String name;
    private final String mediaType;
    private final String hash;
    private final byte[] content;
    private final byte[] gzip;

    Asset(String name, String mediaType, byte[] content) {
        this.name = name;
        this.mediaType = mediaType;
        this.hash = Sha256.hex(content).substring(0, HASH_DIGITS);
        this.content = content;
        this.gzip = compressed(content);
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    /// Of the content.
    String hash() {
        return hash;
    }

    String path() {
        return "/assets/%s/%s".formatted(hash, name);
    }

    byte[] content() {
        return content;
    }

    /// The same content, compressed.
    byte[] gzip() {
        return gzip;
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes every byte", e);
        }
        return bytes.toByteArray();
    }
}
