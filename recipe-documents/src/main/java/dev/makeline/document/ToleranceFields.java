package dev.makeline.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.recipe.Limit;
import dev.makeline.recipe.Tolerances;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads tolerances: an object of limits, each a number or `{"within": 5, "critical": 20}`.
final class ToleranceFields {

    static final List<String> OF_A_RECIPE =
            List.of(
                    "quantityPercent",
                    "timePercent",
                    "temperatureCelsius",
                    "countPercent",
                    "lengthPercent",
                    "yieldPercent");
    static final List<String> OF_A_STEP = OF_A_RECIPE.subList(0, 5);
    static final List<String> OF_AN_INGREDIENT = OF_A_RECIPE.subList(0, 1);

    private static final List<String> OF_A_LIMIT = List.of("within", "critical");

    private final FieldReader fields;

    private ToleranceFields(FieldReader fields) {
        this.fields = fields;
    }

    /// @param names which limits may stand there
    static Tolerances read(FieldReader owner, String field, List<String> names)
            throws RefusedException {
        JsonNode value = owner.value(field);
        if (value.isMissingNode() || value.isNull()) {
            return Tolerances.UNSET;
        }
        if (!(value instanceof ObjectNode object)) {
            throw owner.refused(
                    field,
                    "The “%s” of %s is %s; write an object, such as {\"%s\": 5}."
                            .formatted(
                                    field,
                                    owner.subject(),
                                    Wording.described(value),
                                    names.getFirst()));
        }
        String subject = "the “%s” of %s".formatted(field, owner.subject());
        FieldReader fields = new FieldReader(object, owner.place().field(field), subject);
        refuseOthers(fields, names);
        return new ToleranceFields(fields).read();
    }

    private Tolerances read() throws RefusedException {
        return new Tolerances(
                limit(OF_A_RECIPE.get(0)),
                limit(OF_A_RECIPE.get(1)),
                limit(OF_A_RECIPE.get(2)),
                limit(OF_A_RECIPE.get(3)),
                limit(OF_A_RECIPE.get(4)),
                limit(OF_A_RECIPE.get(5)));
    }

    private static void refuseOthers(FieldReader fields, List<String> names)
            throws RefusedException {
        for (Map.Entry<String, JsonNode> field : fields.object().properties()) {
            if (!names.contains(field.getKey())) {
                throw fields.refused(
                        field.getKey(),
                        "%s has no place for %s; it may hold %s."
                                .formatted(
                                        FieldReader.capitalised(fields.subject()),
                                        Wording.quoted(field.getKey()),
                                        String.join(", ", names)));
            }
        }
    }

    private Optional<Limit> limit(String name) throws RefusedException {
        JsonNode value = fields.value(name);
        if (!(value instanceof ObjectNode object)) {
            return fields.number(name).map(within -> new Limit(within, Optional.empty()));
        }
        String subject = "“%s” in %s".formatted(name, fields.subject());
        FieldReader parts = new FieldReader(object, fields.place().field(name), subject);
        refuseOthers(parts, OF_A_LIMIT);
        BigDecimal within = parts.requiredNumber("within");
        Optional<BigDecimal> critical = parts.number("critical");
        if (critical.filter(bound -> bound.compareTo(within) < 0).isPresent()) {
            throw parts.refused(
                    "critical",
                    "What is “critical” for %s is less than what is “within”; write a larger number."
                            .formatted(parts.subject()));
        }
        return Optional.of(new Limit(within, critical));
    }
}
