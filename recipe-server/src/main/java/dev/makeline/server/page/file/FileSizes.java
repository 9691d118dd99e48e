package dev.makeline.server.page.file;

import java.util.Locale;

/// Sizes as people read them.
final class FileSizes {

    private static final int STEP = 1024;
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};

    private FileSizes() {}

    static String of(long bytes) {
        if (bytes < STEP) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        double amount = (double) bytes / STEP;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }
}
