package dev.makeline.server.file;

/// What a sweep takes up when its time has come.
public enum DueKind {
    UPLOAD("upload"),
    TRASH("trash"),
    REMOVAL("removal");

    private final String label;

    DueKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
