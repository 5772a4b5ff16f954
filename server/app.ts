import fastify, { type FastifyInstance, LogController } from 'fastify'
import { isTransientError } from './db/retry'
import type { AppDependencies } from './dependencies'
import { FirstPaint } from './first-paint/first-paint'
import { offlineExportPages } from './first-paint/offline-export-page'
import { SCRIPTS } from './first-paint/scripts'
import { HealthMonitor } from './health-monitor'
import { takeJson } from './http/bodies'
import { CachedResponse } from './http/cached-response'
import type { Handlers } from './http/call'
import { closeWhenAnswered } from './http/closing'
import { limitsOf } from './http/limits'
import { logLifecycle } from './http/log-lifecycle'
import { logAnswers, loggerOf, requestLogger } from './http/logging'
import { mount } from './http/mount'
import { openApi } from './http/openapi'
import { servePages } from './http/pages'
import { onError } from './http/problem'
import { warnOfProxy } from './http/proxy-warnings'
import { secure } from './http/security'
import { siteOf } from './http/site'
import { mountStorefrontFastPath } from './http/storefront-fast-path'
import { timeoutsOf } from './http/timeouts'
import { answerUnread } from './http/unread'
import { incidentOf } from './incident'
import { jobKinds } from './jobs/job-kinds'
import { type Worker, workerOf } from './jobs/worker'
import { exportHandlers } from './modules/exports/routes'
import { serveExports } from './modules/exports/serve-export'
import { healthHandlers } from './modules/health/routes'
import { lookHandlers } from './modules/looks/routes'
import { meHandlers } from './modules/me/routes'
import { Queue } from './modules/media/queue'
import { Uploads } from './modules/media/uploads'
import { orderHandlers } from './modules/orders/routes'
import { servePhotos } from './modules/photos/files'
import { photoHandlers } from './modules/photos/routes'
import { productHandlers } from './modules/products/routes'
import { sessionHandlers } from './modules/sessions/routes'
import { shopHandlers } from './modules/shops/routes'
import { storefrontReader } from './modules/storefronts/read-storefront'
import { storefrontHandlers } from './modules/storefronts/routes'
import { Storefronts } from './modules/storefronts/storefronts'
import { templateHandlers } from './modules/templates/routes'
import { serveVoices } from './modules/voices/files'
import { voiceHandlers } from './modules/voices/routes'
import { serveWorker } from './offline/serve-worker'
import { probeWrites } from './probe-writes'

declare module 'fastify' {
  interface FastifyInstance {
    worker: Worker
    /** What is wrong with the database or the disk at present. */
    healthMonitor: HealthMonitor
  }
}

const BODY_BYTES = 64 * 1024

/** The most uploads that wait for their turn. */
const UPLOADS_WAITING = 40

function bare({ settings, logging, timeouts }: AppDependencies): FastifyInstance {
  return fastify({
    logger: loggerOf(logging),
    ...requestLogger(logging),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    trustProxy: settings.trustProxy,
    ...timeoutsOf(timeouts),
    forceCloseConnections: 'idle',
    // what still comes on an open connection is answered too
    return503OnClosing: false,
    frameworkErrors: onError,
    clientErrorHandler: answerUnread,
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false, discriminator: true },
    },
  })
}

/** A world as an app: everything it can do, out of its parts. Closing it finishes what is in flight and closes the database. */
export async function createApp(deps: AppDependencies): Promise<FastifyInstance> {
  const app = bare(deps)
  logLifecycle(app, deps.settings)
  const site = deps.settings.h5Folder === undefined ? undefined : siteOf(deps.settings.h5Folder)
  const storefronts = new Storefronts(deps.db.dataVersion)
  const readStorefront = storefrontReader(deps, storefronts)
  const firstPaint = site && FirstPaint.of(site, deps.clock)
  const queue = new Queue(UPLOADS_WAITING)
  const uploads = new Uploads(queue, deps.timeouts)
  app.setErrorHandler(onError)
  const healthMonitor = watch(app, deps)
  watchStorage(app, deps)
  logAnswers(app)
  warnOfProxy(app, deps.settings.trustProxy)
  closeWhenAnswered(app)
  await secure(app, firstPaint ? `${site?.html}${SCRIPTS}` : site?.html)
  takeJson(app)
  const limits = limitsOf(deps.settings.rateLimits, deps.elapsed)
  const handlers: Handlers = {
    ...healthHandlers(deps, healthMonitor),
    ...sessionHandlers(deps, limits),
    ...meHandlers(deps),
    ...shopHandlers(deps),
    ...lookHandlers(deps),
    ...storefrontHandlers(readStorefront),
    ...templateHandlers(deps),
    ...productHandlers(deps),
    ...orderHandlers(deps),
    ...photoHandlers(deps, uploads),
    ...voiceHandlers(deps, uploads),
    ...exportHandlers(deps),
  }
  mount(app, { deps, handlers, limits, storefronts })
  mountStorefrontFastPath(app, deps, { limits, ready: (slug) => storefronts.ready(slug) })
  const document = new CachedResponse(
    JSON.stringify(openApi(deps.settings.version)),
    'application/json',
    'no-cache',
  )
  app.get('/api/openapi.json', (request, reply) => document.send(request, reply))
  servePhotos(app, deps, limits)
  serveVoices(app, deps)
  serveExports(app, deps, { limits, pageOf: site && offlineExportPages(site) })
  if (site) serveWorker(app, site, deps.settings.offlinePages)
  servePages(app, deps, { site, firstPaint, readStorefront, limits })
  app.addHook('onListen', async () => void setImmediate(() => firstPaint?.warm(app.log)))
  await work(app, deps, storefronts, queue)
  return app
}

function watch(app: FastifyInstance, deps: AppDependencies): HealthMonitor {
  const healthMonitor = new HealthMonitor({ log: app.log, incidentOf, probe: () => probeWrites(deps) })
  app.decorate('healthMonitor', healthMonitor)
  app.addHook('onClose', async () => healthMonitor.close())
  return healthMonitor
}

/** The log says when the data disk falls below the storage reserve, also at start, and when it is above it again. */
function watchStorage(app: FastifyInstance, { storage }: AppDependencies): void {
  storage.onChange = (low, freeBytes) => {
    const freeMb = Math.floor(freeBytes / (1024 * 1024))
    if (low)
      app.log.error({ freeMb }, 'free space is below the storage reserve: uploads and new shops are refused')
    else app.log.warn({ freeMb }, 'free space is above the storage reserve again')
  }
  app.addHook('onReady', async () => void (await storage.isLow()))
}

async function work(app: FastifyInstance, deps: AppDependencies, storefronts: Storefronts, queue: Queue) {
  const worker = workerOf(deps, jobKinds(deps, storefronts, queue, app.log), (job, error) => {
    if (!app.healthMonitor.note(error) && !isTransientError(error))
      app.log.error({ job: job.kind, attempts: job.attempts, err: error }, 'job failed')
  })
  app.decorate('worker', worker)
  if (deps.jobsEvery > 0) await worker.start(deps.jobsEvery)
  app.addHook('onClose', async () => {
    await worker.stop()
    await deps.db.close()
  })
}
