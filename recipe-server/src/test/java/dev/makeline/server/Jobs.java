package dev.makeline.server;

/// Jobs of one person.
record Jobs(Api api) {

    /// The id of a new one.
    String add(String fileId) {
        Api.Answer added = api.post("/v1/jobs", order(fileId));
        if (added.status() != 201) {
            throw new AssertionError(added.body());
        }
        return added.json().path("jobId").textValue();
    }

    static String order(String fileId) {
        return "{\"kind\":\"append-text\",\"fileId\":\"%s\",\"parameters\":{\"text\":\"salt\"}}"
                .formatted(fileId);
    }
}
