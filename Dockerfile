# The portal for production: built with Node 24, run as a user without rights on a read-only root file system.
# Needs MONGODB_URI; writes nothing but to /tmp, standard output and standard error.
FROM node:24-bookworm-slim AS build
WORKDIR /plenum
COPY package.json package-lock.json ./
COPY server/package.json server/
COPY server/embedded-mongodb/package.json server/embedded-mongodb/
COPY client/package.json client/
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /plenum
COPY --from=build /plenum/package.json ./
COPY --from=build /plenum/node_modules node_modules
COPY --from=build /plenum/schema schema
COPY --from=build /plenum/data data
COPY --from=build /plenum/server/package.json server/
COPY --from=build /plenum/server/dist server/dist
COPY --from=build /plenum/server/embedded-mongodb/package.json server/embedded-mongodb/
COPY --from=build /plenum/server/embedded-mongodb/dist server/embedded-mongodb/dist
COPY --from=build /plenum/client/dist client/dist
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# As `npm start` runs it: more room for what an answer needs for a moment, so that less is swept.
CMD ["node", "--max-semi-space-size=32", "server/dist/main.js"]
