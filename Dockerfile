# flowdrift in a small Debian, run by a user without rights.
#
#   docker build --build-arg SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)" --tag flowdrift .
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/repo" flowdrift check
FROM swift:6.2-bookworm AS build
WORKDIR /source
COPY scripts/install-dependencies scripts/install-dependencies
RUN scripts/install-dependencies --dist
COPY . .
ARG SOURCE_DATE_EPOCH=0
RUN packaging/dist /dist

FROM debian:bookworm-slim
# git is there for revisions, `git:REV`; ca-certificates for the org's TLS; python3 for flowdrift-comment.
# hadolint ignore=DL3008 # Debian keeps no old versions: a pinned one could not be installed for long.
RUN --mount=type=bind,from=build,source=/dist,target=/dist \
    apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates git python3 /dist/flowdrift_*.deb \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home flowdrift \
    && git config --system --add safe.directory /repo
COPY packaging/action/comment /usr/local/bin/flowdrift-comment
USER 10001
WORKDIR /repo
ENTRYPOINT ["flowdrift"]
CMD ["check"]
