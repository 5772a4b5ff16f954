# Builds the release in one stage and runs it in another that has nothing but Node. See docs/operate.md.
FROM node:20-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
COPY packages/weapp-host/package.json packages/weapp-host/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build:release

FROM node:20-bookworm-slim
WORKDIR /app
COPY --from=build /src/dist/release .
RUN mkdir -p /data && chown node:node /data && chmod 700 /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4180 DATA_DIR=/data
VOLUME /data
EXPOSE 4180
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(async (r) => process.exit(r.ok || (await r.text()).includes('migrating') ? 0 : 1)).catch(() => process.exit(1))"]
CMD ["node", "--min-semi-space-size=8", "--max-semi-space-size=8", "--max-old-space-size=512", "main.mjs"]
