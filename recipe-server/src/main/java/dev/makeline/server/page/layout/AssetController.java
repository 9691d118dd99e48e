package dev.makeline.server.page.layout;

import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;

/// `/assets`: styles, scripts and pictures of the pages.
@Controller("/assets")
@Hidden
final class AssetController {

    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    /// Under another server's hash, while servers are being replaced.
    private static final String FOR_A_MOMENT = "public, max-age=60";

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @Get(uri = "/{hash}/{name}", produces = "*/*")
    @OpenToAll
    HttpResponse<byte[]> asset(HttpRequest<?> request, String hash, String name) {
        Asset asset =
                assets.find(name)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemType.NOT_FOUND,
                                        "The pages have no part '%s'.".formatted(name)));
        boolean takesGzip = takesGzip(request);
        MutableHttpResponse<byte[]> response =
                HttpResponse.ok(takesGzip ? asset.gzip() : asset.content())
                        .header(HttpHeaders.CONTENT_TYPE, asset.mediaType() + ";charset=utf-8")
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                        .header(
                                HttpHeaders.CACHE_CONTROL,
                                hash.equals(asset.hash()) ? FOR_GOOD : FOR_A_MOMENT);
        return takesGzip ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response;
    }

    private static boolean takesGzip(HttpRequest<?> request) {
        return request.getHeaders()
                .findFirst(HttpHeaders.ACCEPT_ENCODING)
                .filter(accepted -> accepted.contains("gzip"))
                .isPresent();
    }
}
