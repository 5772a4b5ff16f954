import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { isTransientError } from './db/retry'
import type { AppDependencies } from './dependencies'
import { FirstPaint } from './first-paint/first-paint'
import { SCRIPTS } from './first-paint/scripts'
import { HealthMonitor } from './health-monitor'
import { parseJsonBodies } from './http/body-parsers'
import { CachedResponse } from './http/cached-response'
import type { Handlers } from './http/call'
import { answerClientError } from './http/client-errors'
import { readSiteOf, serveDemoFiles } from './http/demo-site'
import { closeGracefully } from './http/graceful-close'
import { createLimits, type Limits } from './http/limits'
import { logLifecycle } from './http/log-lifecycle'
import { loggerOptions, logResponses, requestLoggerOptions } from './http/logging'
import { mountRoutes } from './http/mount-routes'
import { createOpenApiDocument } from './http/openapi'
import { servePages } from './http/pages'
import { handleError } from './http/problem'
import { warnAboutProxy } from './http/proxy-warnings'
import { compilersFactory } from './http/schema-compilers'
import { addSecurityHeaders } from './http/security'
import { mountStorefrontFastPath } from './http/storefront-fast-path'
import { timeoutOptions } from './http/timeouts'
import { classifyIncident } from './incident'
import { jobKinds } from './jobs/job-kinds'
import { createWorker, type Worker } from './jobs/worker'
import { categoryHandlers } from './modules/categories/routes'
import { centreHandlers } from './modules/centres/routes'
import { changeRequestHandlers } from './modules/change-requests/routes'
import { closingHandlers } from './modules/closing/routes'
import { deliverySlotHandlers } from './modules/delivery-slots/routes'
import { demoHandlers } from './modules/demo/routes'
import { ExportStore } from './modules/exports/export-store'
import { exportHandlers } from './modules/exports/routes'
import { serveExports } from './modules/exports/serve-export'
import { figureHandlers, serveFigureSheets } from './modules/figures/routes'
import { handoverHandlers } from './modules/handovers/routes'
import { healthHandlers } from './modules/health/routes'
import { helpHandlers } from './modules/helps/routes'
import { LiveLessons } from './modules/lessons/live-lessons'
import { lessonHandlers } from './modules/lessons/routes'
import { serveLessonSockets } from './modules/lessons/serve-sockets'
import { lookHandlers } from './modules/looks/routes'
import { meHandlers } from './modules/me/routes'
import { Queue } from './modules/media/queue'
import { Uploads } from './modules/media/uploads'
import { moneyHandlers, serveMonthSheets } from './modules/money/routes'
import { channelHandlers } from './modules/notifications/routes'
import { openingHandlers } from './modules/opening/routes'
import { orderHandlers } from './modules/order-steps/routes'
import { serveOrderSheets } from './modules/orders/serve-order-sheets'
import { paperCardHandlers } from './modules/paper-cards/routes'
import { parcelHandlers } from './modules/parcels/routes'
import { paymentApplicationHandlers } from './modules/payment-applications/routes'
import { renewCertificates } from './modules/payments/renew-certificates'
import { paymentHandlers } from './modules/payments/routes'
import { serveNotices } from './modules/payments/serve-notices'
import { payoutHandlers } from './modules/payouts/routes'
import { personalDataHandlers } from './modules/personal-data/routes'
import { serveCopies } from './modules/personal-data/serve-copies'
import { photoHandlers } from './modules/photos/routes'
import { productHandlers } from './modules/products/routes'
import { servePhotos } from './modules/storefronts/serve-photos'
import { serveShopEvents } from './modules/today/serve-shop-events'
import './modules/reactions'
import { CachedReader } from './http/cached-reader'
import { StorefrontCache } from './http/storefront-cache'
import { sessionHandlers } from './modules/sessions/routes'
import { settingHandlers } from './modules/settings/routes'
import { shopHandlers } from './modules/shops/routes'
import { type ReadStorefront, storefrontReader } from './modules/storefronts/read-storefront'
import { storefrontHandlers } from './modules/storefronts/routes'
import { templateHandlers } from './modules/templates/routes'
import { todayHandlers } from './modules/today/routes'
import { voiceHandlers } from './modules/voices/routes'
import { serveVoices } from './modules/voices/serve-voices'
import { serveWorker } from './offline/serve-worker'
import { probeWrites } from './probe-writes'

declare module 'fastify' {
  interface FastifyInstance {
    worker: Worker
    /** Tracks failures of the database and the data disk. */
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

/** The services that the handlers share with other parts of the app. */
interface SharedServices {
  exports: ExportStore
  healthMonitor: HealthMonitor
  limits: Limits
  live: LiveLessons
  reader: CachedReader
  readStorefront: ReadStorefront
  storefronts: StorefrontCache
  uploads: Uploads
}

const createHandlers = (
  deps: AppDependencies,
  { exports, healthMonitor, limits, live, reader, readStorefront, storefronts, uploads }: SharedServices,
): Handlers => ({
  ...healthHandlers(deps, healthMonitor),
  ...sessionHandlers(deps, limits, storefronts),
  ...meHandlers(deps),
  ...personalDataHandlers(deps),
  ...channelHandlers(deps),
  ...shopHandlers(deps),
  ...openingHandlers(deps),
  ...settingHandlers(deps),
  ...closingHandlers(deps),
  ...lookHandlers(deps),
  ...storefrontHandlers(readStorefront),
  ...templateHandlers(deps),
  ...productHandlers(deps, reader),
  ...categoryHandlers(deps),
  ...orderHandlers(deps),
  ...todayHandlers(deps),
  ...deliverySlotHandlers(deps),
  ...changeRequestHandlers(deps),
  ...parcelHandlers(deps),
  ...paymentHandlers(deps),
  ...paymentApplicationHandlers(deps, { uploads, storefronts }),
  ...photoHandlers(deps, uploads),
  ...voiceHandlers(deps, uploads),
  ...exportHandlers(deps, exports),
  ...moneyHandlers(deps),
  ...payoutHandlers(deps),
  ...centreHandlers(deps),
  ...lessonHandlers(deps, live),
  ...figureHandlers(deps),
  ...helpHandlers(deps, storefronts),
  ...handoverHandlers(deps, storefronts),
  ...paperCardHandlers(deps, storefronts),
  ...demoHandlers(deps),
})

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
  const readStorefront = storefrontReader(deps, reader)
  logStorageChanges(app, deps)
  logResponses(app)
  warnAboutProxy(app, deps.settings.trustProxy)
  closeGracefully(app)
  await addSecurityHeaders(app, deps, firstPaint ? `${site?.html}${SCRIPTS}` : site?.html)
  await app.register(cookie)
  parseJsonBodies(app)
  const limits = createLimits(deps)
  const uploads = new Uploads(queue, deps.timeouts, limits)
  const live = new LiveLessons(deps, app.log)
  const exports = new ExportStore({ ...deps, limits, site })
  app.addHook('onClose', async () => exports.close())
  const handlers = createHandlers(deps, {
    exports,
    healthMonitor,
    limits,
    live,
    reader,
    readStorefront,
    storefronts,
    uploads,
  })
  mountRoutes(app, { deps, handlers, limits, storefronts })
  mountStorefrontFastPath(app, deps, { limits, cached: (slug) => storefronts.getValidated(slug) })
  await serveNotices(app, deps)
  await serveLessonSockets(app, deps, { limits, live })
  serveShopEvents(app, deps, limits)
  renewCertificates(app, deps.payments)
  serveOpenApi(app, deps.settings.version)
  servePhotos(app, deps, limits)
  serveVoices(app, deps)
  serveMonthSheets(app, deps, limits)
  serveOrderSheets(app, deps, limits)
  serveFigureSheets(app, deps, limits)
  serveCopies(app, deps, limits)
  serveExports(app, deps, { limits, exports })
  if (site) serveWorker(app, site, deps.settings.offlinePages)
  if (site && deps.settings.sealedWorld) serveDemoFiles(app, site, deps.settings.sealedWorld)
  await servePages(app, deps, { site, firstPaint, readStorefront, limits })
  app.addHook('onListen', async () => void setImmediate(() => firstPaint?.warm(app.log)))
  await startWorker(app, deps, storefronts, queue)
  return app
}

function serveOpenApi(app: FastifyInstance, version: string): void {
  const document = JSON.stringify(createOpenApiDocument(version))
  const response = new CachedResponse(document, 'application/json', 'no-cache')
  app.get('/api/openapi.json', (request, reply) => response.send(request, reply))
}

function addHealthMonitor(app: FastifyInstance, deps: AppDependencies): HealthMonitor {
  const healthMonitor = new HealthMonitor({ log: app.log, classifyIncident, probe: () => probeWrites(deps) })
  app.decorate('healthMonitor', healthMonitor)
  app.addHook('onClose', async () => healthMonitor.close())
  return healthMonitor
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

async function startWorker(
  app: FastifyInstance,
  deps: AppDependencies,
  storefronts: StorefrontCache,
  queue: Queue,
) {
  const worker = createWorker(deps, jobKinds(deps, storefronts, queue, app.log), (job, error) => {
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
