package dev.makeline.launcher.recipes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.DocumentLimits;
import dev.makeline.document.Reading.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// Answers every line of its inputs with one line of JSON, in order, whatever stands on it. Holds
/// one line at a time.
final class LineAnswers {

    /// Bytes of a line: two saved pages of the largest size.
    static final int MAX_BYTES = 2 * DocumentLimits.PAGE_BYTES;

    private static final String TOO_LONG =
            String.format(Locale.ROOT, "The line has more than %,d bytes.", MAX_BYTES);

    private final Printer printer;
    private final Answer answer;

    LineAnswers(Printer printer, Answer answer) {
        this.printer = printer;
        this.answer = answer;
    }

    /// Turns a line into what is to be printed for it.
    interface Answer {
        ObjectNode to(byte[] line) throws JsonLine.BrokenException;
    }

    void answer(InputStream bytes) throws IOException, ReaderIsGoneException {
        LineSource lines = new LineSource(bytes, MAX_BYTES);
        try {
            while (lines.advance()) {
                ObjectNode answered = lines.isTooLong() ? error(TOO_LONG) : answer(lines.bytes());
                printer.print(json -> json.writeTree(answered));
                if (lines.isWaiting()) {
                    printer.flush();
                }
            }
        } finally {
            printer.flush();
        }
    }

    static ObjectNode error(Unreadable unreadable) {
        ObjectNode error = error(unreadable.reason());
        unreadable.place().ifPresent(place -> error.put("place", place));
        return error;
    }

    static ObjectNode error(String sentence) {
        return JsonNodeFactory.instance.objectNode().put("error", sentence);
    }

    /// A fault of the program in one line must not take the others with it.
    private ObjectNode answer(byte[] line) {
        try {
            return answer.to(line);
        } catch (JsonLine.BrokenException e) {
            return error(e.sentence());
        } catch (RuntimeException | StackOverflowError e) {
            return error("Makeline failed at this line by a fault of its own: %s.".formatted(e));
        }
    }
}
