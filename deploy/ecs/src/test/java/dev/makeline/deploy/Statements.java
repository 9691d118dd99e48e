package dev.makeline.deploy;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.deploy.Installation.Resource;
import java.util.List;
import java.util.stream.Stream;

/// The statements of every policy of an installation: of roles, buckets, queues, topics and keys.
record Statements(Resource resource, JsonNode json) {

    private static final List<String> DOCUMENTS =
            List.of(
                    "/PolicyDocument",
                    "/KeyPolicy",
                    "/AssumeRolePolicyDocument",
                    "/RepositoryPolicyText");

    static Stream<Statements> of(Installation installation) {
        return installation.resources().flatMap(Statements::of);
    }

    private static Stream<Statements> of(Resource resource) {
        return Stream.concat(
                        DOCUMENTS.stream().map(resource::at),
                        Installation.elements(resource.at("/Policies"))
                                .map(policy -> policy.path("PolicyDocument")))
                .map(document -> document.path("Statement"))
                .flatMap(Installation::elements)
                .map(statement -> new Statements(resource, statement));
    }

    boolean allows() {
        return json.path("Effect").asText().equals("Allow");
    }

    List<String> actions() {
        return texts(json.path("Action"));
    }

    /// What another resource tells is written as `${Id.Attribute}`.
    List<String> resources() {
        return texts(json.path("Resource"));
    }

    JsonNode conditions() {
        return json.path("Condition");
    }

    boolean isAboutTheKeyItself() {
        return resource.type().equals("AWS::KMS::Key");
    }

    private static List<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? Installation.elements(oneOrMore).map(Statements::text).toList()
                : oneOrMore.isMissingNode() ? List.of() : List.of(text(oneOrMore));
    }

    private static String text(JsonNode value) {
        if (value.has("Fn::Join")) {
            return Installation.elements(value.at("/Fn::Join/1"))
                    .map(Statements::text)
                    .collect(joining(value.at("/Fn::Join/0").asText()));
        }
        if (value.has("Fn::GetAtt")) {
            return Installation.elements(value.path("Fn::GetAtt"))
                    .map(JsonNode::asText)
                    .collect(joining(".", "${", "}"));
        }
        return value.isTextual() ? value.asText() : value.toString();
    }

    @Override
    public String toString() {
        return resource + " " + json;
    }
}
