package dev.makeline.processor.kind.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The table of a report (RFC 4180): a row for each difference, and one for a make without any. No
/// cell is a formula: a text that a spreadsheet would take for one has an apostrophe before it.
final class CsvTable {

    private static final String HEADER =
            "makeId,madeAt,recordedAt,madeBy,revision,rating,outcome,deviationScore,differenceCount,kind,judgement,ingredientId,stepId,recipe,make,ratio,sentence";
    private static final String LINE_END = "\r\n";
    private static final String FORMULA = "=+-@\t\r\n";

    private final Writer out;

    CsvTable(Writer out) throws IOException {
        this.out = out;
        out.write(HEADER + LINE_END);
    }

    void add(ReportedMake make) throws IOException {
        String own =
                List.of(
                                Long.toString(make.makeId()),
                                cell(make.madeAt()),
                                make.recordedAt().toString(),
                                cell(make.madeBy()),
                                Integer.toString(make.revision()),
                                make.rating().map(BigDecimal::toPlainString).orElse(""),
                                cell(make.outcome()),
                                make.score().map(Object::toString).orElse(""),
                                Integer.toString(make.differences().size()))
                        .stream()
                        .collect(Collectors.joining(","));
        if (make.differences().isEmpty()) {
            out.write(own + ",,,,,,,," + LINE_END);
        }
        for (ReportedDifference difference : make.differences()) {
            out.write(own + "," + cells(difference) + LINE_END);
        }
    }

    private static String cells(ReportedDifference difference) {
        return String.join(
                ",",
                cell(difference.kind()),
                cell(difference.judgement()),
                difference.ingredientId().isPresent()
                        ? Long.toString(difference.ingredientId().getAsLong())
                        : "",
                difference.stepId().isPresent()
                        ? Long.toString(difference.stepId().getAsLong())
                        : "",
                cell(difference.recipe()),
                cell(difference.make()),
                difference.ratio().isPresent()
                        ? BigDecimal.valueOf(difference.ratio().getAsDouble()).toPlainString()
                        : "",
                cell(difference.sentence()));
    }

    private static String cell(Optional<String> text) {
        return text.map(CsvTable::cell).orElse("");
    }

    /// Always in quotes; a spreadsheet looks at what comes after blanks, too.
    static String cell(String text) {
        String first = text.stripLeading();
        boolean formula =
                !text.isEmpty()
                        && (FORMULA.indexOf(text.charAt(0)) >= 0
                                || (!first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0));
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
