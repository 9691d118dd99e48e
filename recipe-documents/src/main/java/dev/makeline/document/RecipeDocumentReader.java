package dev.makeline.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.Reading.Read;
import dev.makeline.document.Reading.Unreadable;
import dev.makeline.document.found.FoundRecipe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Reads recipe documents, originals and makes alike, by one set of rules wherever they come from.
/// Whatever the bytes are, it answers: it never throws, and takes time and memory within
/// [DocumentLimits]. Thread-safe.
public final class RecipeDocumentReader {

    private static final int SHOWN_NAME = 100;

    /// The texts of many large pages at once would not fit into the memory of a small service.
    private static final ReentrantLock ONE_LARGE = new ReentrantLock();

    private static final List<String> ENDINGS = List.of(".json", ".jsonld", ".html", ".htm", ".md");

    /// Reads a document in any of its forms, which its content tells: the pipeline's own JSON,
    /// JSON-LD of schema.org, a saved web page that holds such data, or Markdown. What a foreign
    /// form says and could not be read stands in [RecipeDocument#unread].
    public Reading read(String text) {
        return read(text.getBytes(UTF_8));
    }

    /// As [#read(String)].
    public Reading read(byte[] utf8) {
        if (utf8.length <= DocumentLimits.DOCUMENT_BYTES) {
            return readBytes(utf8);
        }
        ONE_LARGE.lock();
        try {
            return readBytes(utf8);
        } finally {
            ONE_LARGE.unlock();
        }
    }

    /// As [#read(byte[])], but of a page that holds several recipes each of them, in their order.
    ///
    /// @return never empty
    public List<Reading> readAll(byte[] utf8) {
        if (utf8.length > DocumentLimits.PAGE_BYTES) {
            return List.of(read(utf8));
        }
        ONE_LARGE.lock();
        try {
            JsonText text = JsonBytes.decode(utf8);
            List<FoundRecipe> found =
                    DocumentForm.isPage(text) ? DocumentForm.allOfPage(text) : List.of();
            return found.size() > 1
                    ? found.stream().map(RecipeDocumentReader::reading).toList()
                    : List.of(readBytes(utf8));
        } catch (RefusedException e) {
            return List.of(unreadable(e, Optional.empty()));
        } finally {
            ONE_LARGE.unlock();
        }
    }

    private static Reading reading(FoundRecipe found) {
        try {
            return new Read(RecipeFields.read(DocumentForm.canonical(found)));
        } catch (RefusedException e) {
            return unreadable(e, Optional.empty());
        }
    }

    private static Reading readBytes(byte[] utf8) {
        JsonText text = new JsonText(new char[0], 0);
        try {
            text = JsonBytes.decode(utf8);
            ObjectNode document = DocumentForm.read(text);
            DocumentWalk.check(document);
            return new Read(RecipeFields.read(document));
        } catch (RefusedException e) {
            return unreadable(e, place(text, e));
        }
    }

    /// Reads a document that was parsed before, for instance inside a larger message. The argument
    /// is not changed. A place in it is a JSON pointer alone.
    public Reading read(ObjectNode document) {
        try {
            DocumentWalk.check(document);
            return new Read(RecipeFields.read(document.deepCopy()));
        } catch (RefusedException e) {
            return unreadable(e, e.place().map(Place::pointer).filter(place -> !place.isEmpty()));
        }
    }

    /// Why a file of that name is not read at all: its name ends in none of `.json`, `.jsonld`,
    /// `.html`, `.htm` and `.md`, in whatever case.
    ///
    /// @param key the object's key, not URL-encoded
    public Optional<Unreadable> refusalOfKey(String key) {
        String lowerCase = key.toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().anyMatch(lowerCase::endsWith)) {
            return Optional.empty();
        }
        String name = Wording.shortened(key.substring(key.lastIndexOf('/') + 1), SHOWN_NAME);
        String reason =
                name.isEmpty()
                        ? "This is a folder, not a recipe."
                        : "Recipes are files whose name ends in .json, .jsonld, .html, .htm or .md, but this one is called “%s”."
                                .formatted(name);
        return Optional.of(unreadable(RefusedException.whole(reason), Optional.empty()));
    }

    /// Why a file of that size is not read at all, whatever its form, so that it need not be
    /// fetched.
    public Optional<Unreadable> refusalOfSize(long bytes) {
        return bytes <= DocumentLimits.PAGE_BYTES
                ? Optional.empty()
                : Optional.of(unreadable(JsonBytes.tooLarge(bytes), Optional.empty()));
    }

    private static Unreadable unreadable(RefusedException refused, Optional<String> place) {
        return new Unreadable(refused.reason(), place, refused.kind());
    }

    private static Optional<String> place(JsonText text, RefusedException refused) {
        return refused.place()
                .map(place -> {
                    String pointer = place.pointer();
                    String line =
                            refused.line()
                                    .orElseGet(() -> text.lineAndColumn(text.offsetOf(place)));
                    return pointer.isEmpty() ? line : "%s (%s)".formatted(pointer, line);
                });
    }
}
