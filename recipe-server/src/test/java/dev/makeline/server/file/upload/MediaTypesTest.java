package dev.makeline.server.file.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {

    private static final String PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0";
    private static final String PDF = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
    private static final String ZIP = "PK\3\4\24\0\0\0\b\0content";
    private static final String HTML = "<!DOCTYPE html><html><body>Pie</body></html>";
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    private static final String JSON = "{\"recipeName\": \"Pie\"}";
    private static final String TEXT = "Peel the apples.\nBake.\n";
    private static final String BINARY = "\1\2\3\4\u00ff\u00fe\0\0\u0090\u0091";

    @ParameterizedTest
    @CsvSource({
        "image/png, png",
        "application/pdf, pdf",
        "application/zip, zip",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, zip",
        "application/epub+zip, zip",
        "text/html, html",
        "image/svg+xml, svg",
        "application/xml, svg",
        "application/json, json",
        "application/ld+json, json",
        "text/plain, json",
        "text/plain; charset=utf-8, text",
        "text/markdown, text",
        "text/markdown, html",
        "text/csv, text",
        "text/x-of-our-own, text",
        "application/octet-stream, png",
        "application/octet-stream, binary",
        "application/x-of-our-own, binary",
        "application/json, empty",
        "image/png, empty"
    })
    void contentOfItsTypeFits(String declared, String content) {
        assertThat(MediaTypes.fits(declared, bytes(content))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, png",
        "image/png, pdf",
        "image/png, html",
        "image/jpeg, png",
        "image/png, svg",
        "image/png, text",
        "image/png, binary",
        "application/pdf, text",
        "application/json, png",
        "application/json, binary",
        "application/json, html",
        "text/plain, png",
        "text/plain, binary",
        "text/html, pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, text"
    })
    void contentOfAnotherTypeDoesNot(String declared, String content) {
        assertThat(MediaTypes.fits(declared, bytes(content))).isFalse();
    }

    private static byte[] bytes(String content) {
        String characters =
                switch (content) {
                    case "png" -> PNG;
                    case "pdf" -> PDF;
                    case "zip" -> ZIP;
                    case "html" -> HTML;
                    case "svg" -> SVG;
                    case "json" -> JSON;
                    case "text" -> TEXT;
                    case "binary" -> BINARY;
                    default -> "";
                };
        return characters.getBytes(ISO_8859_1);
    }
}
