package dev.makeline.processor.kind;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.job.JobKinds;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/// A copy of a text file with a text at its end: the bytes of the file as they are, and right after
/// them the text in UTF-8.
public final class AppendText implements JobKind {

    /// Bytes; both the file and the result are in memory.
    static final int LARGEST = 10 << 20;

    private static final int READ = 30;
    private static final int MADE = 60;

    /// Code points that file systems take.
    private static final int LONGEST_NAME = 255;

    private static final String SUFFIX = "-appended";

    @Override
    public String name() {
        return JobKinds.APPEND_TEXT;
    }

    @Override
    public JobResult run(JobInput input, JsonNode parameters, Progress progress) {
        if (input.size() > LARGEST) {
            return new JobResult.Impossible(
                    "The file has %d bytes; append-text takes files of at most %d."
                            .formatted(input.size(), LARGEST));
        }
        byte[] content = input.content().get();
        progress.at(READ);
        if (!isText(content)) {
            return new JobResult.Impossible(
                    "The file is no text in UTF-8; append-text takes text files alone.");
        }
        byte[] text = parameters.path(JobKinds.TEXT).asText().getBytes(UTF_8);
        byte[] whole = Arrays.copyOf(content, content.length + text.length);
        System.arraycopy(text, 0, whole, content.length, text.length);
        progress.at(MADE);
        return new JobResult.Made(nameOf(input.name()), input.mediaType(), () -> whole);
    }

    private static boolean isText(byte[] content) {
        for (byte one : content) {
            if (one == 0) {
                return false;
            }
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// `notes.txt` becomes `notes-appended.txt`.
    static String nameOf(String input) {
        int dot = input.lastIndexOf('.');
        String stem = dot > 0 ? input.substring(0, dot) : input;
        String extension = dot > 0 ? input.substring(dot) : "";
        int room = LONGEST_NAME - SUFFIX.length() - extension.codePointCount(0, extension.length());
        if (room < 1) {
            return "output" + SUFFIX;
        }
        int length = Math.min(stem.codePointCount(0, stem.length()), room);
        return stem.substring(0, stem.offsetByCodePoints(0, length)) + SUFFIX + extension;
    }
}
