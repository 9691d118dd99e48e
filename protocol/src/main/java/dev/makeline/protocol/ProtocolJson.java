package dev.makeline.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Collectors;

/// The one JSON form of everything in this package: ISO 8601 instants, decimals kept exactly,
/// unknown fields ignored. Thread-safe.
public final class ProtocolJson {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(new Jdk8Module())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private static final ObjectWriter ASCII =
            MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private ProtocolJson() {}

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /// @throws MalformedMessageException when the text is not the JSON of a `type`; the caller
    ///   decides its fate. It says where the fault is and never what stands there, since messages
    ///   end in logs.
    public static <T> T read(String json, Class<T> type) throws MalformedMessageException {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new MalformedMessageException("The message is the JSON value null", null);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new MalformedMessageException(
                    "The message is not a %s: %s".formatted(type.getSimpleName(), fault(e)), null);
        }
    }

    private static String fault(JsonProcessingException e) {
        return switch (e) {
            case ValueInstantiationException refused when refused.getCause() != null ->
                    String.valueOf(refused.getCause().getMessage());
            case JsonMappingException mismatch ->
                    "%s is missing or of another type".formatted(field(mismatch));
            default ->
                    "it is no JSON from line %d, column %d on"
                            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        };
    }

    private static String field(JsonMappingException mismatch) {
        String path =
                mismatch.getPath().stream()
                        .map(Reference::getFieldName)
                        .map(name -> name == null ? "[]" : name)
                        .collect(Collectors.joining("."));
        return path.isEmpty() ? "the message itself" : "its field " + path;
    }

    public static String write(Object value) {
        return write(MAPPER.writer(), value);
    }

    /// The same with every other character escaped: SQS refuses some that an object's key may hold.
    public static String writeAscii(Object value) {
        return write(ASCII, value);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Cannot write a %s as JSON".formatted(value.getClass().getSimpleName()), e);
        }
    }
}
