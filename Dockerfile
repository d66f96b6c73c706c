ARG NODE=24

FROM node:${NODE}-bookworm AS packages
WORKDIR /app
# Where no prebuilt SQLite driver can be downloaded it is compiled, with this image's headers. Those of Node 24.19 and later make
# better-sqlite3 12 abort in garbage collection (nodejs/node#65446), so the hook they add to each wrapped object is taken out.
ENV npm_package_config_node_gyp_nodedir=/usr/local
RUN sed -i -E '/^ *(Add|Remove)CleanupHook\(\);$/d' /usr/local/include/node/node_object_wrap.h
COPY package.json package-lock.json ./
RUN npm ci

FROM packages AS build
COPY tsconfig.json ./
COPY src ./src
RUN npm run build && rm dist/.tsbuildinfo

FROM packages AS production
# warcio counts its types among what it needs to run.
RUN npm prune --omit=dev \
 && rm -rf node_modules/@types \
 && cd node_modules/better-sqlite3 \
 && rm -rf deps src binding.gyp \
 && find build -not -type d -not -path build/Release/better_sqlite3.node -delete \
 && find build -type d -empty -delete \
 && mkdir /data

FROM node:${NODE}-bookworm-slim
LABEL org.opencontainers.image.title="Khabar" \
      org.opencontainers.image.description="Turns captured news articles, Arabic first, into a typed, searchable, cacheable REST API" \
      org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    KHABAR_DB=/data/khabar.db
WORKDIR /app
# What changes least comes first; all of it belongs to root, so the service can change nothing but /data
COPY --from=production /app/node_modules ./node_modules
COPY package.json ./
COPY migrations ./migrations
COPY data ./data
COPY --from=build /app/dist ./dist
COPY --from=production --chown=node:node /data /data
VOLUME /data
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Room for short-lived objects, in MB: of the default, 16, three times as much stays in use, and nothing is faster for it
CMD ["node", "--max-semi-space-size=2", "dist/main.js", "serve"]
