package dev.makeline.processor.kind;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.protocol.job.JobKinds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;

/// A copy of a text file with a text at its end: the bytes of the file as they are, and right after
/// them the text in UTF-8.
public final class AppendText implements JobKind {

    /// Bytes; both the file and the result are in memory.
    static final int LARGEST = 10 << 20;

    private static final int READ = 30;
    private static final int MADE = 60;
    private static final String SUFFIX = "-appended";

    @Override
    public String name() {
        return JobKinds.APPEND_TEXT;
    }

    @Override
    public JobResult run(Assignment assignment, Progress progress) throws IOException {
        JobInput input = assignment.file();
        if (input.content().size() > LARGEST) {
            return new JobResult.Impossible(
                    "The file has %d bytes; append-text takes files of at most %d."
                            .formatted(input.content().size(), LARGEST));
        }
        byte[] content = input.content().bytes();
        progress.at(READ);
        if (!isText(content)) {
            return new JobResult.Impossible(
                    "The file is no text in UTF-8; append-text takes text files alone.");
        }
        byte[] text = assignment.parameters().path(JobKinds.TEXT).asText().getBytes(UTF_8);
        byte[] whole = Arrays.copyOf(content, content.length + text.length);
        System.arraycopy(text, 0, whole, content.length, text.length);
        progress.at(MADE);
        Output output =
                new Output(
                        OutputName.suffixed(input.name(), SUFFIX),
                        input.mediaType(),
                        Content.of(whole));
        return new JobResult.Made(
                List.of(output), "Appended a text of %d bytes.".formatted(text.length));
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
}
