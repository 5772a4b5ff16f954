import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { isTransientError } from './db/retry'
import type { AppDependencies } from './dependencies'
import { FirstPaint } from './first-paint/first-paint'
import { EARLY_SCRIPT, READ_SCRIPT, SCREEN_SCRIPT } from './first-paint/scripts'
import { HealthMonitor } from './health-monitor'
import { parseJsonBodies } from './http/body-parsers'
import { CachedReader } from './http/cache/cached-reader'
import { CachedResponse } from './http/cache/cached-response'
import { StorefrontCache } from './http/cache/storefront-cache'
import { answerClientError } from './http/client-errors'
import { closeGracefully } from './http/graceful-close'
import { createLimits } from './http/limits/limits'
import { logLifecycle } from './http/log-lifecycle'
import { loggerOptions, logResponses, requestLoggerOptions } from './http/logging'
import { mountRoutes } from './http/mount-routes'
import { createOpenApiDocument } from './http/openapi'
import { readSiteOf, serveDemoFiles } from './http/pages/demo-site'
import { servePages } from './http/pages/pages'
import { mountStorefrontFastPath } from './http/pages/storefront-fast-path'
import { handleError } from './http/problem'
import { warnAboutProxy } from './http/proxy-warnings'
import { compilersFactory } from './http/schema-compilers'
import { addSecurityHeaders } from './http/security'
import { timeoutOptions } from './http/timeouts'
import { classifyIncident } from './incident'
import { addJob, finishJob } from './jobs/jobs'
import { Poller } from './jobs/poller'
import { createWorker, type JobKind, type Worker } from './jobs/worker'
import { Content } from './modules/content/content'
import { joinModules } from './modules/list'
import { Queue } from './modules/media/queue'
import { Uploads } from './modules/media/uploads'
import { CodePictures } from './modules/storefronts/code-pictures'
import { storefrontReader } from './modules/storefronts/read-storefront'
import { serveWorker } from './offline/serve-worker'

/** As large as a small photo, so that a successful probe means that uploads work. */
const PROBE = Buffer.alloc(256 * 1024, 1)

/** Writes and removes test data in the database and the photo folder; throws the error when that fails. */
async function probeWrites({ db, blobs, clock, random }: AppDependencies): Promise<void> {
  const name = `probe-${Buffer.from(random(8)).toString('hex')}`
  await db.withTx(async (tx) => {
    await addJob(tx, { id: name, kind: 'probe', payload: {}, runAt: clock() })
    await finishJob(tx, { id: name, lease_until: 0 })
  })
  await blobs.put(name, PROBE)
  await blobs.remove(name)
}

declare module 'fastify' {
  interface FastifyInstance {
    worker: Worker
    healthMonitor: HealthMonitor
  }
}

const BODY_BYTES = 64 * 1024

/** The longest part of a path: a ticket with the ids of a shop and an account has 116 characters. */
const MAX_PATH_PART = 160

/** Uploads that may wait in the queue at once. */
const MAX_QUEUED_UPLOADS = 40

function createFastify({ settings, logging, timeouts }: AppDependencies): FastifyInstance {
  return fastify({
    logger: loggerOptions(logging),
    ...requestLoggerOptions(logging),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    trustProxy: settings.trustProxy,
    ...timeoutOptions(timeouts),
    forceCloseConnections: 'idle',
    // requests that arrive on an open connection while the server closes are answered, too
    return503OnClosing: false,
    frameworkErrors: handleError,
    clientErrorHandler: answerClientError,
    schemaController: { compilersFactory },
    routerOptions: { maxParamLength: MAX_PATH_PART },
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false, discriminator: true },
    },
  })
}

/** Builds the Fastify app from its dependencies. Closing the app finishes requests in flight and closes the database. */
export async function createApp(deps: AppDependencies): Promise<FastifyInstance> {
  const app = createFastify(deps)
  logLifecycle(app, deps.settings)
  const site = readSiteOf(deps.settings)
  const storefronts = new StorefrontCache(deps.db.dataVersion)
  const firstPaint = site && FirstPaint.create(site, deps.clock)
  const queue = new Queue(MAX_QUEUED_UPLOADS)
  app.setErrorHandler(handleError)
  const healthMonitor = addHealthMonitor(app, deps)
  const reader = new CachedReader(deps.db, storefronts, healthMonitor)
  const content = watchContent(app, deps, storefronts)
  const readStorefront = storefrontReader(deps, reader, content)
  logStorageChanges(app, deps)
  logResponses(app)
  warnAboutProxy(app, deps.settings.trustProxy)
  closeGracefully(app)
  await addSecurityHeaders(
    app,
    deps,
    firstPaint ? `${site?.html}${EARLY_SCRIPT}${SCREEN_SCRIPT}${READ_SCRIPT}` : site?.html,
  )
  await app.register(cookie)
  parseJsonBodies(app)
  const limits = createLimits(deps)
  const uploads = new Uploads(queue, deps.timeouts, limits)
  const modules = joinModules({
    ...{
      app,
      deps,
      codes: new CodePictures(deps, app.log),
      content,
      site,
      healthMonitor,
      limits,
      queue,
      reader,
      readStorefront,
      storefronts,
      uploads,
    },
  })
  mountRoutes(app, { deps, handlers: modules.handlers, content, limits, storefronts })
  mountStorefrontFastPath(app, deps, { limits, cached: (slug) => storefronts.getValidated(slug) })
  await modules.serve()
  serveOpenApi(app, deps.settings.version)
  if (site) serveWorker(app, site, deps.settings.offlinePages)
  if (site && deps.settings.sealedWorld) serveDemoFiles(app, site, deps.settings.sealedWorld)
  await servePages(app, deps, { site, firstPaint, readStorefront, content, limits })
  app.addHook('onListen', async () => void setImmediate(() => firstPaint?.warm(app.log)))
  await startWorker(app, deps, modules.jobs)
  return app
}

/** Serves the description of the API, which is made for its first reader: few servers have one. */
function serveOpenApi(app: FastifyInstance, version: string): void {
  let response: CachedResponse | undefined
  app.get('/api/openapi.json', (request, reply) => {
    response ??= new CachedResponse(
      JSON.stringify(createOpenApiDocument(version)),
      'application/json',
      'no-cache',
    )
    return response.send(request, reply)
  })
}

function addHealthMonitor(app: FastifyInstance, deps: AppDependencies): HealthMonitor {
  const healthMonitor = new HealthMonitor({ log: app.log, classifyIncident, probe: () => probeWrites(deps) })
  app.decorate('healthMonitor', healthMonitor)
  app.addHook('onClose', async () => healthMonitor.close())
  return healthMonitor
}

/** Hidden contents are read again this often, in ms, because another server may have checked them. */
const HIDDEN_EVERY_MS = 1000

/** Makes the contents of an app. Cached storefronts are dropped when contents become hidden or are shown again. */
function watchContent(app: FastifyInstance, deps: AppDependencies, storefronts: StorefrontCache): Content {
  const content = new Content(deps, (shopIds) => {
    for (const shopId of shopIds) storefronts.invalidateShop(shopId)
  })
  const poller = new Poller(
    () => content.hidden.refresh(),
    HIDDEN_EVERY_MS,
    (error) =>
      app.healthMonitor.report(error) || app.log.warn({ err: error }, 'hidden contents could not be read'),
  )
  app.addHook('onReady', async () => {
    await content.hidden.refresh()
    if (deps.jobIntervalMs > 0) poller.start()
  })
  app.addHook('onClose', () => poller.stop())
  return content
}

/** Logs when the data disk falls below the storage reserve, also at start, and when it is above it again. */
function logStorageChanges(app: FastifyInstance, { storage }: AppDependencies): void {
  storage.onChange = (low, freeBytes) => {
    const freeMb = Math.floor(freeBytes / (1024 * 1024))
    if (low)
      app.log.error({ freeMb }, 'free space is below the storage reserve: uploads and new shops are refused')
    else app.log.warn({ freeMb }, 'free space is above the storage reserve again')
  }
  app.addHook('onReady', async () => void (await storage.isLow()))
}

async function startWorker(app: FastifyInstance, deps: AppDependencies, kinds: Record<string, JobKind>) {
  const worker = createWorker(deps, kinds, (job, error) => {
    if (!app.healthMonitor.report(error) && !isTransientError(error))
      app.log.error({ job: job.kind, attempts: job.attempts, err: error }, 'job failed')
  })
  app.decorate('worker', worker)
  if (deps.jobIntervalMs > 0) await worker.start(deps.jobIntervalMs)
  app.addHook('onClose', async () => {
    await worker.stop()
    await deps.db.close()
  })
}
