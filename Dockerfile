# One image for each process: docker build --build-arg SERVICE=sender-service .
# SERVICE is watcher-service, sender-service, recipe-server, processor-service or local-aws.
# docs/decisions/0025 says why it is made this way.

ARG BASE_IMAGE=eclipse-temurin:25-jre
ARG BUILD_IMAGE=eclipse-temurin:25-jdk
# Where the jars come from: maven builds them here; host takes what ./makeline images built outside.
ARG JARS=maven

FROM ${BUILD_IMAGE} AS maven
WORKDIR /source
COPY . .
# The secret is for machines that reach Maven Central through a mirror; it stays out of the image.
RUN --mount=type=cache,id=makeline-maven,target=/root/.m2 \
    --mount=type=secret,id=maven-settings,target=/run/maven-settings.xml \
    rm -rf -- */target \
    && if [ -s /run/maven-settings.xml ]; then settings='-s /run/maven-settings.xml'; fi \
    && ./mvnw -q ${settings:-} -P images -Dmaven.test.skip=true -Dspotless.check.skip=true \
        -pl containers,local-aws,watcher-service,sender-service,recipe-server,processor-service \
        -am package \
    && for module in local-aws watcher-service sender-service recipe-server processor-service; do \
        mkdir -p "/built/$module" \
        && mv "$module/target/$module.jar" "$module/target/lib" "$module/target/bom.json" \
            "/built/$module/" \
        || exit 1; \
    done \
    && mv containers/target/containers.jar containers/image /built/

FROM scratch AS host
ARG SERVICE
COPY ${SERVICE}/target/${SERVICE}.jar ${SERVICE}/target/bom.json /built/${SERVICE}/
COPY ${SERVICE}/target/lib /built/${SERVICE}/lib
COPY local-aws/target/local-aws.jar /built/local-aws/
COPY local-aws/target/lib /built/local-aws/lib
COPY containers/target/containers.jar /built/
COPY containers/image /built/image

FROM ${JARS} AS jars

FROM ${BASE_IMAGE} AS assembled
ARG SERVICE
ARG SOURCE_DATE_EPOCH=1793491200
RUN --mount=type=bind,from=jars,source=/built,target=/built \
    sh /built/image/assemble "${SERVICE}" /built /layers

# Starts the service against the stand-ins once, and keeps what the JVM learnt from that.
FROM ${BASE_IMAGE} AS trained
ARG SERVICE
ARG SOURCE_DATE_EPOCH=1793491200
COPY --from=assembled /layers/dependencies/ /
COPY --from=assembled /layers/modules/ /
COPY --from=assembled /layers/own/ /
RUN --mount=type=bind,from=jars,source=/built,target=/built \
    sh /built/image/train "${SERVICE}" /built /layers/cache

FROM ${BASE_IMAGE}
ARG SERVICE
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Makeline ${SERVICE}" \
      org.opencontainers.image.description="Keeps every make of a recipe and shows what was done differently." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.vendor="Makeline" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
COPY --from=assembled /layers/dependencies/ /
COPY --from=assembled /layers/modules/ /
COPY --from=assembled /layers/own/ /
COPY --from=trained /layers/cache/ /
COPY --from=assembled --chown=10001:10001 /layers/data/ /
# Else glibc keeps an arena of memory for nearly every thread.
ENV MICRONAUT_SERVER_HOST=0.0.0.0 \
    MALLOC_ARENA_MAX=2 \
    MAKELINE_LOG_FORMAT=json \
    HOME=/tmp \
    LC_ALL=C.UTF-8
USER 10001:10001
WORKDIR /tmp
# Fargate mounts an empty folder of root over a path that is no volume of the image; over one that is, it keeps this one's
# owner and mode.
VOLUME ["/tmp"]
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s --retries=3 \
    CMD ["java", "@/opt/makeline/health"]
ENTRYPOINT ["java", "@/opt/makeline/start"]
