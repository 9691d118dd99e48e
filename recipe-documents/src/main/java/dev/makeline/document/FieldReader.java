package dev.makeline.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the fields of one object and says, with its name, which of them is wrong.
///
/// @param subject what the object is in a sentence, such as `ingredient 3 (cinnamon)`
record FieldReader(ObjectNode object, Place place, String subject) {

    FieldReader named(String otherSubject) {
        return new FieldReader(object, place, otherSubject);
    }

    JsonNode value(String field) {
        return object.path(field);
    }

    RefusedException refused(String field, String reason) {
        return RefusedException.at(place.field(field), reason);
    }

    /// A text that must be there and not be blank.
    String name(String field) throws RefusedException {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            throw refused(
                    field,
                    "%s has no “%s”; write it as a text in quotes."
                            .formatted(capitalised(subject), field));
        }
        if (text.get().isBlank()) {
            throw refused(
                    field, "The “%s” of %s is blank; write what it is.".formatted(field, subject));
        }
        return text.get().strip();
    }

    Optional<String> text(String field) throws RefusedException {
        JsonNode value = value(field);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrongType(field, "a text in quotes");
        }
        return Optional.of(value.textValue());
    }

    BigDecimal requiredNumber(String field) throws RefusedException {
        Optional<BigDecimal> number = number(field);
        if (number.isEmpty()) {
            throw refused(
                    field,
                    "%s has no “%s”; write a number, such as 0.5."
                            .formatted(capitalised(subject), field));
        }
        return number.get();
    }

    /// A number, 0 or more.
    Optional<BigDecimal> number(String field) throws RefusedException {
        JsonNode value = value(field);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            throw wrongType(
                    field,
                    value.isTextual()
                            ? "a number without quotes, such as 0.5"
                            : "a number, such as 0.5");
        }
        BigDecimal number = value.decimalValue();
        if (number.signum() < 0) {
            throw refused(
                    field,
                    "The “%s” of %s is negative (%s); write a number that is 0 or more."
                            .formatted(field, subject, Wording.shortened(value.asText(), 40)));
        }
        return Optional.of(number);
    }

    /// A whole number from 0 to 2^53 − 1; made an integer in the object if it was written `2.0`.
    OptionalLong id(String field) throws RefusedException {
        JsonNode value = value(field);
        if (isAbsent(value)) {
            return OptionalLong.empty();
        }
        OptionalLong id = value.isNumber() ? Numbers.asId(value) : OptionalLong.empty();
        if (id.isEmpty()) {
            throw wrongType(
                    field,
                    "a whole number from 0 to %d, without quotes".formatted(DocumentLimits.MAX_ID));
        }
        if (!value.isIntegralNumber()) {
            object.put(field, id.getAsLong());
        }
        return id;
    }

    static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private RefusedException wrongType(String field, String expected) {
        return refused(
                field,
                "The “%s” of %s is %s; write %s."
                        .formatted(field, subject, Wording.described(value(field)), expected));
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
