package dev.makeline.server.access;

/// The order of the filters that every request passes: lower first.
public final class FilterOrder {

    public static final int HEADERS = -10;
    public static final int TRACE = 0;
    public static final int ERROR_PAGES = 5;
    public static final int ADMISSION = 10;
    public static final int ACCESS = 20;

    private FilterOrder() {}
}
