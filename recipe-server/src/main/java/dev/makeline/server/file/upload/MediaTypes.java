package dev.makeline.server.file.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/// Tells by its first bytes what a content is, and whether that fits what it is said to be.
/// Contents that carry no mark of their type are taken for text or for anything, so a type without
/// a mark can be claimed for them; one with a mark cannot. Thread-safe.
final class MediaTypes {

    /// Bytes that are looked at.
    static final int PREFIX = 64 << 10;

    /// Types that are never without their mark.
    private static final Set<String> MARKED =
            Set.of(
                    "application/pdf",
                    "application/zip",
                    "application/gzip",
                    "application/x-tika-msoffice",
                    "application/x-7z-compressed",
                    "application/x-rar-compressed",
                    "application/ogg",
                    "image/png",
                    "image/jpeg",
                    "image/gif",
                    "image/webp",
                    "image/bmp",
                    "image/tiff",
                    "audio/mpeg",
                    "audio/x-wav",
                    "video/mp4",
                    "video/quicktime");

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final MediaTypeRegistry REGISTRY = TYPES.getMediaTypeRegistry();

    private MediaTypes() {}

    /// Such as `image/png`; `application/octet-stream` when nothing tells.
    static String found(byte[] prefix) {
        return detect(prefix).toString();
    }

    /// @param declared in lower case, a parameter included
    static boolean fits(String declared, byte[] prefix) {
        MediaType found = detect(prefix);
        MediaType said = REGISTRY.normalize(withoutParameters(declared));
        if (said.equals(MediaType.OCTET_STREAM) || prefix.length == 0) {
            return true;
        }
        if (found.equals(MediaType.OCTET_STREAM)) {
            return !isText(said) && !isMarked(said);
        }
        return REGISTRY.isInstanceOf(found, said)
                || REGISTRY.isInstanceOf(said, found)
                || (found.equals(MediaType.TEXT_PLAIN) && isText(said))
                || (said.getType().equals("text") && isText(found));
    }

    private static MediaType detect(byte[] prefix) {
        try {
            return REGISTRY.normalize(
                    TYPES.detect(new ByteArrayInputStream(prefix), new Metadata()).getBaseType());
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot be read", e);
        }
    }

    private static MediaType withoutParameters(String declared) {
        MediaType parsed = MediaType.parse(declared);
        return parsed == null ? MediaType.OCTET_STREAM : parsed.getBaseType();
    }

    private static boolean isText(MediaType type) {
        return type.getType().equals("text")
                || type.getSubtype().endsWith("+json")
                || type.getSubtype().endsWith("+xml")
                || REGISTRY.isInstanceOf(type, MediaType.TEXT_PLAIN);
    }

    private static boolean isMarked(MediaType type) {
        return MARKED.stream()
                .anyMatch(marked -> REGISTRY.isInstanceOf(type, MediaType.parse(marked)));
    }
}
