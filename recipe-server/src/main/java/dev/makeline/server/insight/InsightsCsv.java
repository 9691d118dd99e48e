package dev.makeline.server.insight;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/// The same figures for a spreadsheet: one figure a line, as RFC 4180 writes it. A text that a
/// spreadsheet would take for a formula gets an apostrophe before it.
final class InsightsCsv {

    private static final String FORMULA = "=+-@\t\r\n";

    private final StringBuilder csv = new StringBuilder("section,key,name,figure,value\r\n");

    private InsightsCsv() {}

    static String of(InsightsBody body) {
        InsightsCsv csv = new InsightsCsv();
        csv.recipe(body);
        body.ofRevision().ingredients().forEach(csv::ingredient);
        body.ofRevision().substitutions().forEach(csv::substitution);
        return csv.csv.toString();
    }

    private void recipe(InsightsBody body) {
        line("recipe", "", "", "recipeId", body.recipeId());
        line("recipe", "", "", "revision", body.revision());
        line("recipe", "", "", "makes", body.makes());
        body.judgements()
                .forEach((judgement, makes) -> line("recipe", judgement, "", "makes", makes));
        spread("recipe", "", "", "rating", body.ratings());
        body.ratingSteps()
                .forEach(step ->
                        line("rating", step.rating().toPlainString(), "", "makes", step.makes()));
        for (InsightsBody.Day day : body.days()) {
            String key = day.day().toString();
            line("day", key, "", "makes", day.makes());
            number("day", key, "", "meanRating", day.meanRating());
            number("day", key, "", "meanDeviationScore", day.meanDeviationScore());
        }
        for (InsightsBody.Point point : body.latest()) {
            String key = Long.toString(point.makeId());
            line("make", key, "", "at", point.at());
            line("make", key, "", "judgement", point.judgement());
            line("make", key, "", "deviationScore", point.deviationScore());
            number("make", key, "", "rating", point.rating());
        }
    }

    private void ingredient(InsightsBody.Ingredient ingredient) {
        String key = Integer.toString(ingredient.place());
        String name = ingredient.name();
        line("ingredient", key, name, "withinPercent", ingredient.withinPercent().toPlainString());
        number("ingredient", key, name, "criticalPercent", ingredient.criticalPercent());
        spread("ingredient", key, name, "ratio", ingredient.ratio());
        line("ingredient", key, name, "deviating", ingredient.deviating());
        line("ingredient", key, name, "critical", ingredient.critical());
        line("ingredient", key, name, "omitted", ingredient.omitted());
        line("ingredient", key, name, "substituted", ingredient.substituted());
        line("ingredient", key, name, "untold", ingredient.untold());
        for (int bin = 0; bin < ingredient.bins().size(); bin++) {
            String from = bin == 0 ? "0" : RatioBins.BOUNDS.get(bin - 1).toPlainString();
            line("ingredient", key, name, "from " + from, ingredient.bins().get(bin));
        }
    }

    private void substitution(InsightsBody.Substitution substitution) {
        String key = Integer.toString(substitution.ingredient());
        String name = substitution.from() + " > " + substitution.to();
        line("substitution", key, name, "makes", substitution.makes());
        spread("substitution", key, name, "ratingWith", substitution.with());
        spread("substitution", key, name, "ratingWithout", substitution.without());
        substitution
                .effect()
                .ifPresent(effect -> {
                    line("substitution", key, name, "effect", plain(effect.difference()));
                    line("substitution", key, name, "effectLow", plain(effect.low()));
                    line("substitution", key, name, "effectHigh", plain(effect.high()));
                });
        line("substitution", key, name, "remark", substitution.remark());
    }

    private void spread(
            String section, String key, String name, String figure, InsightsBody.Spread spread) {
        line(section, key, name, figure + " count", spread.count());
        number(section, key, name, figure + " mean", spread.mean());
        number(section, key, name, figure + " standardDeviation", spread.standardDeviation());
        number(section, key, name, figure + " least", spread.least());
        number(section, key, name, figure + " most", spread.most());
    }

    private void number(
            String section, String key, String name, String figure, Optional<BigDecimal> value) {
        value.ifPresent(number -> line(section, key, name, figure, plain(number)));
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    /// @param value a number or a text of ours
    private void line(String section, String key, String name, String figure, Object value) {
        csv.append(section)
                .append(',')
                .append(key)
                .append(',')
                .append(text(name))
                .append(',')
                .append(figure)
                .append(',')
                .append(Objects.toString(value))
                .append("\r\n");
    }

    static String text(String text) {
        String harmless =
                !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
