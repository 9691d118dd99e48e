package dev.makeline.server.page.today;

/// What happened lately.
public record TodayPage() {}
