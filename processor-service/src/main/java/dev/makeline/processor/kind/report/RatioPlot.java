package dev.makeline.processor.kind.report;

import dev.makeline.processor.kind.report.ReportFigures.Ratios;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// How an ingredient's amounts are spread, as an inline SVG: from a quarter of the recipe's amount
/// to four times, on a scale where half and double lie equally far.
final class RatioPlot {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 22;
    private static final int EDGE = 8;
    private static final double MOST_DOUBLINGS = 2;
    private static final int MOST_DOTS = 300;

    private RatioPlot() {}

    static String svg(Ratios ratios) {
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\"><line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"2\" y2=\"%d\"/>"
                        .formatted(
                                WIDTH,
                                HEIGHT,
                                Html.escaped(label(ratios)),
                                Svg.number(x(1)),
                                Svg.number(x(1)),
                                HEIGHT - 2));
        List<Double> values = ratios.values();
        int step = Math.max(1, values.size() / MOST_DOTS);
        for (int i = 0; i < values.size(); i += step) {
            svg.append(
                    "<circle cx=\"%s\" cy=\"%d\" r=\"4\" fill-opacity=\"0.4\"/>"
                            .formatted(Svg.number(x(values.get(i))), HEIGHT / 2));
        }
        return svg.append("</svg>").toString();
    }

    /// In words.
    static String label(Ratios ratios) {
        return "%s: %s to %s times the recipe's amount"
                .formatted(
                        ratios.ingredient(),
                        two(ratios.values().getFirst()),
                        two(ratios.values().getLast()));
    }

    static String two(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static double x(double ratio) {
        double doublings = Math.log(ratio) / Math.log(2);
        double part = Math.clamp(doublings, -MOST_DOUBLINGS, MOST_DOUBLINGS) / MOST_DOUBLINGS;
        return WIDTH / 2.0 + part * (WIDTH / 2.0 - EDGE);
    }
}
