package dev.makeline.benchmark.api;

import dev.makeline.benchmark.api.Person.Tokens;
import dev.makeline.benchmark.instance.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Who asks: readers with ten files each that stay, writers whose files come and go, and log ins
/// whose tokens are refreshed.
///
/// @param readers access tokens
/// @param standing the readers' files
/// @param writers access tokens
record ApiPeople(
        List<String> readers,
        List<UploadedFile> standing,
        List<String> writers,
        List<Tokens> refreshed) {

    private static final int EACH = 10;
    private static final int FILES = 10;

    /// Registers them and uploads what stays.
    static ApiPeople register(ApiClient api) {
        List<String> readers =
                IntStream.range(0, EACH)
                        .mapToObj(number -> Person.register(api, "reader" + number))
                        .map(person -> person.logIn(api).access())
                        .toList();
        List<UploadedFile> standing = new ArrayList<>();
        readers.forEach(reader ->
                IntStream.range(0, FILES)
                        .mapToObj(number ->
                                UploadedFile.upload(api, reader, "Plums %d.txt".formatted(number)))
                        .forEach(standing::add));
        List<Person> writers =
                IntStream.range(0, EACH)
                        .mapToObj(number -> Person.register(api, "writer" + number))
                        .toList();
        return new ApiPeople(
                readers,
                List.copyOf(standing),
                writers.stream().map(person -> person.logIn(api).access()).toList(),
                writers.stream().map(person -> person.logIn(api)).toList());
    }
}
