package dev.makeline.document;

import static dev.makeline.document.Documents.PLUM_CRUMBLE;
import static dev.makeline.document.Documents.crumble;
import static dev.makeline.document.Documents.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32BE;
import static java.nio.charset.StandardCharsets.UTF_32LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.document.Reading.Kind;
import dev.makeline.document.Reading.Read;
import dev.makeline.document.Reading.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UnreadableBytesTest {

    @Test
    void emptyAndBlankFilesAreNamedSo() {
        assertThat(refused("").reason()).isEqualTo("The file is empty.");
        assertThat(refused(" \n\t ").reason()).isEqualTo("The file holds nothing but blanks.");
        assertThat(refused(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}).reason())
                .isEqualTo("The file holds nothing but blanks.");
    }

    @Test
    void byteOrderMarkOfUtf8IsAccepted() {
        byte[] marked = ("\uFEFF" + PLUM_CRUMBLE).getBytes(UTF_8);

        assertThat(new RecipeDocumentReader().read(marked)).isInstanceOf(Read.class);
    }

    static Stream<Charset> utf16() {
        return Stream.of(UTF_16, UTF_16BE, UTF_16LE);
    }

    @ParameterizedTest
    @MethodSource("utf16")
    void utf16IsNamedWithAndWithoutMark(Charset charset) {
        String reason = "The file is in UTF-16; save it as UTF-8.";

        assertThat(refused(PLUM_CRUMBLE.getBytes(charset)).reason()).isEqualTo(reason);
        assertThat(refused(("\uFEFF" + PLUM_CRUMBLE).getBytes(charset)).reason()).isEqualTo(reason);
    }

    static Stream<Charset> utf32() {
        return Stream.of(UTF_32BE, UTF_32LE);
    }

    @ParameterizedTest
    @MethodSource("utf32")
    void utf32IsNamedWithAndWithoutMark(Charset charset) {
        String reason = "The file is in UTF-32; save it as UTF-8.";

        assertThat(refused(PLUM_CRUMBLE.getBytes(charset)).reason()).isEqualTo(reason);
        assertThat(refused(("\uFEFF" + PLUM_CRUMBLE).getBytes(charset)).reason()).isEqualTo(reason);
    }

    @Test
    void otherEncodingsAreRefusedWhereTheyShow() {
        Unreadable unreadable = refused(crumble("plums", "Äpfel").getBytes(ISO_8859_1));

        assertThat(unreadable.reason())
                .isEqualTo(
                        "The file is not in UTF-8: the byte C4 does not belong there; save it as"
                                + " UTF-8.");
        assertThat(unreadable.place()).contains("line 6, column 83");
    }

    @Test
    void overlongAndSurrogateBytesAreNotUtf8() {
        byte[] overlong = {'"', (byte) 0xC0, (byte) 0x80, '"'};
        byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};

        assertThat(refused(overlong).reason()).startsWith("The file is not in UTF-8");
        assertThat(refused(surrogate).reason()).startsWith("The file is not in UTF-8");
    }

    @Test
    void compressedFilesAreRefusedUnopened() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[10_000_000]);
        }

        assertThat(refused(bomb.toByteArray()).reason())
                .isEqualTo("The file is compressed (gzip), not JSON; send it uncompressed.");
        assertThat(refused("PK\3\4…").reason()).startsWith("The file is an archive (zip)");
    }

    @Test
    void anythingAboveOneMebibyteIsTooLarge() {
        String longText = crumble("plums", "p".repeat(5_000_000));
        String many = crumble("[", "[" + "{},".repeat(1_000_000));

        assertThat(refused(longText).kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(refused(many).kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(refused(" ".repeat(DocumentLimits.DOCUMENT_BYTES)).kind())
                .isEqualTo(Kind.INVALID);
    }

    static Stream<Arguments> notJson() {
        String belongs =
                " does not belong there; look for a comma, quote or bracket that is missing or too"
                        + " many just before it.";
        String cut = "The file ends in the middle of the recipe; it was cut off, so send it again.";
        String more = "There is more text after the end of the recipe; put one recipe in a file.";
        String number =
                "“%s” is not a number that JSON knows; write the number, or leave the field out.";
        return Stream.of(
                Arguments.of("{\"a\": NaN}", number.formatted("NaN"), "line 1, column 7"),
                Arguments.of(
                        "{\"a\":-Infinity}", number.formatted("-Infinity"), "line 1, column 6"),
                Arguments.of(
                        "{\"a\":1,\n}",
                        "The file is not valid JSON: “}”" + belongs,
                        "line 2, column 1"),
                Arguments.of(
                        "{\"a\":1/2}",
                        "The file is not valid JSON: “1/2”" + belongs,
                        "line 1, column 6"),
                Arguments.of(
                        "{\"a\":01}",
                        "The file is not valid JSON: “01”" + belongs,
                        "line 1, column 6"),
                Arguments.of(
                        "{\"a\":\0}",
                        "The file is not valid JSON: a control character (U+0000)" + belongs,
                        "line 1, column 6"),
                Arguments.of(
                        "{\"a\":\"b\nc\"}",
                        "The file is not valid JSON: a line break" + belongs,
                        "line 1, column 8"),
                Arguments.of(
                        "{'a':1}", "The file is not valid JSON: “'”" + belongs, "line 1, column 2"),
                Arguments.of(
                        "Dear cook, …",
                        "The file is not JSON: it begins with “Dear” instead of {.",
                        "line 1, column 1"),
                Arguments.of("{\"a\":[1,2", cut, "line 1, column 10"),
                Arguments.of("{\"a\":\"b", cut, "line 1, column 8"),
                Arguments.of("{\"a\":1,", cut, "line 1, column 8"),
                Arguments.of("{\"a\":tru", cut, "line 1, column 9"),
                Arguments.of("{\"a\":\"\\u00", cut, "line 1, column 11"),
                Arguments.of("{}\r\n{}", more, "line 2, column 1"),
                Arguments.of("{} nonsense", more, "line 1, column 4"),
                Arguments.of("{}}", more, "line 1, column 3"),
                Arguments.of(
                        "[]",
                        "The file holds a list where one recipe, written as { … }, is expected.",
                        "line 1, column 1"),
                Arguments.of(
                        "\"{}\"",
                        "The file holds a text where one recipe, written as { … }, is expected.",
                        "line 1, column 1"),
                Arguments.of(
                        " null",
                        "The file holds nothing (null) where one recipe, written as { … }, is expected.",
                        "line 1, column 2"),
                Arguments.of(
                        "17",
                        "The file holds a number where one recipe, written as { … }, is expected.",
                        "line 1, column 1"));
    }

    @ParameterizedTest
    @MethodSource("notJson")
    void textThatIsNotOneJsonObjectIsRefusedWithItsLine(String text, String reason, String place) {
        assertThat(refused(text))
                .isEqualTo(new Unreadable(reason, Optional.of(place), Kind.INVALID));
    }

    @Test
    void everyTruncatedDocumentIsRefused() {
        byte[] whole = PLUM_CRUMBLE.strip().getBytes(UTF_8);
        for (int length = 1; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);

            assertThat(refused(part).reason()).contains("cut off");
        }
    }
}
