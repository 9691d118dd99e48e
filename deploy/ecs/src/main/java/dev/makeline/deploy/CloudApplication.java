package dev.makeline.deploy;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;

/// What the CDK runs: `cdk <command> -c environment=dev`. Who owns the environment stands under
/// `sites` in cdk.json; `-c image=…` names the images' tag.
public final class CloudApplication {

    private CloudApplication() {}

    public static void main(String[] arguments) {
        App app = new App();
        Cloud.in(app, environment(app));
        app.synth();
    }

    private static Environment environment(App app) {
        String name = text(app.getNode().tryGetContext("environment"), "environment");
        Object sites = app.getNode().tryGetContext("sites");
        if (!(sites instanceof Map<?, ?> all) || !(all.get(name) instanceof Map<?, ?> owner)) {
            throw new IllegalArgumentException(
                    "There is no site '%s' under sites in deploy/ecs/cdk.json".formatted(name));
        }
        Site site = site(owner, text(app.getNode().tryGetContext("image"), "image"));
        return switch (name) {
            case "dev" -> Environment.dev(site);
            case "prod" ->
                    Environment.prod(
                            site, Optional.ofNullable(owner.get("standby")).map(String::valueOf));
            default ->
                    throw new IllegalArgumentException(
                            "environment is dev or prod, not '%s'".formatted(name));
        };
    }

    private static Site site(Map<?, ?> owner, String image) {
        return new Site(
                text(owner.get("account"), "account"),
                text(owner.get("region"), "region"),
                text(owner.get("host"), "host"),
                text(owner.get("zoneName"), "zoneName"),
                text(owner.get("zoneId"), "zoneId"),
                text(owner.get("mail"), "mail"),
                text(owner.get("repository"), "repository"),
                text(owner.get("cloudFrontPrefixes"), "cloudFrontPrefixes"),
                image,
                Optional.ofNullable(owner.get("downloadKey")).map(String::valueOf));
    }

    private static String text(@Nullable Object value, String name) {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(
                "%s is not set: give it with -c %s=… or in deploy/ecs/cdk.json"
                        .formatted(name, name));
    }
}
