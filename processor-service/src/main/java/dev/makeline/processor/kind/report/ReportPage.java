package dev.makeline.processor.kind.report;

import dev.makeline.processor.kind.report.ReportFigures.Frequency;
import dev.makeline.processor.kind.report.ReportFigures.Point;
import dev.makeline.processor.kind.report.ReportFigures.Ratios;
import java.time.Instant;
import java.util.List;

/// The page of a report: one file that needs no other, holds no program, and prints. Every text
/// that came from a document is escaped.
final class ReportPage {

    private static final int MOST_FREQUENT = 25;
    private static final int SCALE_OF_RATINGS = 5;
    private static final int SCALE_OF_SCORES = 100;

    private static final String STYLE =
            """
            body{font:15px/1.5 system-ui,sans-serif;color:#1c1917;max-width:46rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.6rem;margin-bottom:0}h2{font-size:1.15rem;margin:2rem 0 .5rem}
            p{margin:.3rem 0}.quiet{color:#57534e}
            svg{width:100%;height:auto;display:block}svg text{font-size:11px;fill:#57534e}
            svg circle{fill:#9a3412}svg .grid{stroke:#d6d3d1}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid #e7e5e4;vertical-align:top;overflow-wrap:anywhere}
            td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            .bar{background:#fed7aa;height:.6rem;min-width:2px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
            @page{margin:15mm}
            @media print{body{margin:0;max-width:none;font-size:11pt}h2{break-after:avoid}tr,svg{break-inside:avoid}}
            """;

    private final ReportFigures figures;
    private final StringBuilder html = new StringBuilder();

    private ReportPage(ReportFigures figures) {
        this.figures = figures;
    }

    /// @param at when the report was made, UTC
    /// @param left a sentence about makes that are not in it, or empty
    static String of(ReportFigures figures, Instant at, String left) {
        return new ReportPage(figures).write(at, left);
    }

    private String write(Instant at, String left) {
        String title = Html.escaped("Makes of " + figures.name());
        html.append(
                "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><meta name=\"viewport\" content=\"width=device-width\"><title>%s</title><style>\n%s</style></head><body><main>\n<h1>%s</h1>\n<p class=\"quiet\">%s makes, %d of them without a difference. Made %s (UTC). %s</p>\n"
                        .formatted(
                                title,
                                STYLE,
                                title,
                                figures.makes(),
                                figures.exact(),
                                at.toString().substring(0, 16).replace('T', ' '),
                                Html.escaped(left)));
        plot("Rating over time", figures.ratings(), SCALE_OF_RATINGS);
        plot("Deviation over time", figures.scores(), SCALE_OF_SCORES);
        frequencies();
        ratios();
        return html.append("</main></body></html>\n").toString();
    }

    private void plot(String title, List<Point> points, int scale) {
        html.append("<h2>%s</h2>\n".formatted(title));
        html.append(
                points.isEmpty()
                        ? "<p class=\"quiet\">No make says one.</p>\n"
                        : TimePlot.svg(points, scale, title) + "\n");
    }

    private void frequencies() {
        html.append("<h2>Most frequent differences</h2>\n");
        List<Frequency> most = figures.mostFrequent(MOST_FREQUENT);
        if (most.isEmpty()) {
            html.append("<p class=\"quiet\">Every make follows the recipe.</p>\n");
            return;
        }
        html.append(
                "<table><thead><tr><th>What</th><th>Makes</th><th></th><th>For example</th></tr></thead><tbody>\n");
        for (Frequency one : most) {
            html.append(
                    "<tr><td>%s</td><td class=\"number\">%d</td><td style=\"width:6rem\"><div class=\"bar\" style=\"width:%s%%\"></div></td><td>%s</td></tr>\n"
                            .formatted(
                                    Html.escaped(one.label()),
                                    one.makes(),
                                    Svg.number(100.0 * one.makes() / figures.makes()),
                                    Html.escaped(one.example())));
        }
        html.append("</tbody></table>\n");
    }

    private void ratios() {
        html.append("<h2>Amounts of each ingredient</h2>\n");
        if (figures.ratios().isEmpty()) {
            html.append("<p class=\"quiet\">No make has another amount of anything.</p>\n");
            return;
        }
        html.append(
                "<p class=\"quiet\">Of the makes with another amount, as a multiple of the recipe's: the line is the recipe, the left edge a quarter, the right edge four times.</p>\n<table><thead><tr><th>Ingredient</th><th>Makes</th><th>Least</th><th>Middle</th><th>Most</th><th></th></tr></thead><tbody>\n");
        for (Ratios one : figures.ratios()) {
            List<Double> values = one.values();
            html.append(
                    "<tr><td>%s</td><td class=\"number\">%d</td><td class=\"number\">%s×</td><td class=\"number\">%s×</td><td class=\"number\">%s×</td><td style=\"width:40%%\">%s</td></tr>\n"
                            .formatted(
                                    Html.escaped(one.ingredient()),
                                    values.size(),
                                    RatioPlot.two(values.getFirst()),
                                    RatioPlot.two(values.get(values.size() / 2)),
                                    RatioPlot.two(values.getLast()),
                                    RatioPlot.svg(one)));
        }
        html.append("</tbody></table>\n");
    }
}
