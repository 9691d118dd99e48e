package dev.makeline.system.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A request or response as it stood on the wire: passed on byte for byte, since AWS signatures
/// cover the headers.
///
/// @param body one char for each byte; with its chunk framing, when it came in chunks
record HttpMessage(String startLine, List<String> headerLines, String body) {

    /// Far above every message of the product; a runaway peer must not take the tests' memory.
    private static final int LONGEST_LINE = 64 * 1024;

    /// Empty when the peer closed the connection instead of sending another request.
    static Optional<HttpMessage> readRequest(InputStream in, OutputStream toClient)
            throws IOException {
        Optional<String> startLine = readLine(in);
        if (startLine.isEmpty()) {
            return Optional.empty();
        }
        List<String> headers = readHeaders(in);
        if (headers.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith("expect:"))) {
            toClient.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            toClient.flush();
        }
        HttpMessage head = new HttpMessage(startLine.get(), headers, "");
        return Optional.of(new HttpMessage(startLine.get(), headers, readBody(in, head, false)));
    }

    static HttpMessage readResponse(InputStream in, HttpMessage request) throws IOException {
        String startLine = readLine(in).orElseThrow(EOFException::new);
        List<String> headers = readHeaders(in);
        HttpMessage head = new HttpMessage(startLine, headers, "");
        boolean empty =
                request.startLine().startsWith("HEAD ")
                        || startLine.contains(" 204 ")
                        || startLine.contains(" 304 ");
        return empty ? head : new HttpMessage(startLine, headers, readBody(in, head, true));
    }

    Optional<String> header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ':';
        return headerLines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }

    boolean closesConnection() {
        return header("Connection").filter("close"::equalsIgnoreCase).isPresent();
    }

    void writeTo(OutputStream out) throws IOException {
        var head = new StringBuilder(startLine).append("\r\n");
        headerLines.forEach(line -> head.append(line).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        out.write(body.getBytes(ISO_8859_1));
        out.flush();
    }

    private static List<String> readHeaders(InputStream in) throws IOException {
        List<String> headers = new ArrayList<>();
        for (String line = requiredLine(in); !line.isEmpty(); line = requiredLine(in)) {
            headers.add(line);
        }
        return headers;
    }

    private static String readBody(InputStream in, HttpMessage head, boolean untilClose)
            throws IOException {
        if (head.header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return readChunks(in).toString(ISO_8859_1);
        }
        Optional<String> length = head.header("Content-Length");
        if (length.isPresent()) {
            return new String(readExactly(in, Integer.parseInt(length.get())), ISO_8859_1);
        }
        return untilClose ? new String(in.readAllBytes(), ISO_8859_1) : "";
    }

    private static ByteArrayOutputStream readChunks(InputStream in) throws IOException {
        var raw = new ByteArrayOutputStream();
        while (true) {
            String sizeLine = requiredLine(in);
            raw.writeBytes((sizeLine + "\r\n").getBytes(ISO_8859_1));
            int size = Integer.parseInt(sizeLine.split(";", 2)[0].strip(), 16);
            if (size == 0) {
                for (String line = requiredLine(in); ; line = requiredLine(in)) {
                    raw.writeBytes((line + "\r\n").getBytes(ISO_8859_1));
                    if (line.isEmpty()) {
                        return raw;
                    }
                }
            }
            raw.writeBytes(readExactly(in, size + 2));
        }
    }

    private static byte[] readExactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The peer closed in the middle of a body");
        }
        return bytes;
    }

    private static String requiredLine(InputStream in) throws IOException {
        return readLine(in).orElseThrow(EOFException::new);
    }

    private static Optional<String> readLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read == '\n') {
                String text = line.toString(ISO_8859_1);
                return Optional.of(
                        text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
            }
            line.write(read);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("A line of a message's head is too long");
            }
        }
        return Optional.empty();
    }
}
