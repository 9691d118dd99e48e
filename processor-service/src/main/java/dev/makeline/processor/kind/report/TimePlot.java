package dev.makeline.processor.kind.report;

import dev.makeline.processor.kind.report.ReportFigures.Point;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Values over time as an inline SVG.
final class TimePlot {

    private static final int WIDTH = 680;
    private static final int HEIGHT = 180;
    private static final int LEFT = 40;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 26;

    /// Of very many points, every so manieth is drawn: more than pixels tell nothing.
    private static final int MOST_POINTS = 1500;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final List<Point> points;
    private final double most;
    private final String what;

    private TimePlot(List<Point> points, double most, String what) {
        this.points = points;
        this.most = most;
        this.what = what;
    }

    /// @param points in the order of time; not empty
    /// @param least of the values that the axis goes up to at least
    /// @param what the values are, for readers of the page who do not see it
    static String svg(List<Point> points, double least, String what) {
        double largest = points.stream().mapToDouble(Point::value).max().orElse(least);
        return new TimePlot(points, Math.max(least, largest), what).draw();
    }

    private String draw() {
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                        .formatted(WIDTH, HEIGHT, Html.escaped(what + " over time")));
        for (int quarter = 0; quarter <= 4; quarter++) {
            double value = most * quarter / 4;
            svg.append(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/><text x=\"%d\" y=\"%s\" text-anchor=\"end\">%s</text>"
                            .formatted(
                                    LEFT,
                                    WIDTH - RIGHT,
                                    Svg.number(y(value)),
                                    Svg.number(y(value)),
                                    LEFT - 6,
                                    Svg.number(y(value) + 4),
                                    Svg.number(value)));
        }
        int step = Math.max(1, points.size() / MOST_POINTS);
        for (int i = 0; i < points.size(); i += step) {
            Point point = points.get(i);
            svg.append(
                    "<circle cx=\"%s\" cy=\"%s\" r=\"3\"/>"
                            .formatted(Svg.number(x(point.at())), Svg.number(y(point.value()))));
        }
        svg.append(
                "<text x=\"%d\" y=\"%d\">%s</text><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text></svg>"
                        .formatted(
                                LEFT,
                                HEIGHT - 6,
                                DAY.format(points.getFirst().at()),
                                WIDTH - RIGHT,
                                HEIGHT - 6,
                                DAY.format(points.getLast().at())));
        return svg.toString();
    }

    private double x(Instant at) {
        double from = points.getFirst().at().toEpochMilli();
        double span = points.getLast().at().toEpochMilli() - from;
        double part = span == 0 ? 0.5 : (at.toEpochMilli() - from) / span;
        return LEFT + part * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / most * (HEIGHT - TOP - BOTTOM);
    }
}
