import fastify, { type FastifyInstance, LogController } from 'fastify'
import { isPassing } from './db/retry'
import { FirstPaint } from './first-paint/first-paint'
import { SCRIPTS } from './first-paint/scripts'
import { takenPages } from './first-paint/taken-page'
import { takeJson } from './http/bodies'
import type { Handlers } from './http/call'
import { closeWhenAnswered } from './http/closing'
import { openFrontDoor } from './http/front-door'
import { limitsOf } from './http/limits'
import { logLifecycle } from './http/log-lifecycle'
import { logAnswers, loggerOf, requestLogger } from './http/logging'
import { mount } from './http/mount'
import { openApi } from './http/openapi'
import { servePages } from './http/pages'
import { patienceOf } from './http/patience'
import { onError } from './http/problem'
import { warnOfProxy } from './http/proxy-warnings'
import { Ready } from './http/ready'
import { secure } from './http/security'
import { siteOf } from './http/site'
import { answerUnread } from './http/unread'
import { jobKinds } from './jobs/kinds'
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
import type { Parts } from './parts'
import { probeWrites } from './probe-writes'
import { troubleOf } from './trouble'
import { Troubles } from './troubles'

declare module 'fastify' {
  interface FastifyInstance {
    worker: Worker
    /** What is wrong with the database or the disk at present. */
    troubles: Troubles
  }
}

const BODY_BYTES = 64 * 1024

/** The most uploads that wait for their turn. */
const UPLOADS_WAITING = 40

function bare({ settings, logging, patience }: Parts): FastifyInstance {
  return fastify({
    logger: loggerOf(logging),
    ...requestLogger(logging),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    trustProxy: settings.trustProxy,
    ...patienceOf(patience),
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
export async function createApp(parts: Parts): Promise<FastifyInstance> {
  const app = bare(parts)
  logLifecycle(app, parts.settings)
  const site = parts.settings.h5Folder === undefined ? undefined : siteOf(parts.settings.h5Folder)
  const storefronts = new Storefronts(parts.db.elsewhere)
  const readStorefront = storefrontReader(parts, storefronts)
  const firstPaint = site && FirstPaint.of(site, parts.clock)
  const queue = new Queue(UPLOADS_WAITING)
  const uploads = new Uploads(queue, parts.patience)
  app.setErrorHandler(onError)
  const troubles = watch(app, parts)
  watchStorage(app, parts)
  logAnswers(app)
  warnOfProxy(app, parts.settings.trustProxy)
  closeWhenAnswered(app)
  await secure(app, firstPaint ? `${site?.html}${SCRIPTS}` : site?.html)
  takeJson(app)
  const limits = limitsOf(parts.settings.rateLimits, parts.elapsed)
  const handlers: Handlers = {
    ...healthHandlers(parts, troubles),
    ...sessionHandlers(parts, limits),
    ...meHandlers(parts),
    ...shopHandlers(parts),
    ...lookHandlers(parts),
    ...storefrontHandlers(readStorefront),
    ...templateHandlers(parts),
    ...productHandlers(parts),
    ...orderHandlers(parts),
    ...photoHandlers(parts, uploads),
    ...voiceHandlers(parts, uploads),
    ...exportHandlers(parts),
  }
  mount(app, { parts, handlers, limits, storefronts })
  openFrontDoor(app, parts, { limits, ready: (slug) => storefronts.ready(slug) })
  const document = new Ready(JSON.stringify(openApi(parts.settings.version)), 'application/json', 'no-cache')
  app.get('/api/openapi.json', (request, reply) => document.send(request, reply))
  servePhotos(app, parts, limits)
  serveVoices(app, parts)
  serveExports(app, parts, { limits, pageOf: site && takenPages(site) })
  if (site) serveWorker(app, site, parts.settings.offlinePages)
  servePages(app, parts, { site, firstPaint, readStorefront, limits })
  app.addHook('onListen', async () => void setImmediate(() => firstPaint?.warm(app.log)))
  await work(app, parts, storefronts, queue)
  return app
}

function watch(app: FastifyInstance, parts: Parts): Troubles {
  const troubles = new Troubles({ log: app.log, troubleOf, probe: () => probeWrites(parts) })
  app.decorate('troubles', troubles)
  app.addHook('onClose', async () => troubles.close())
  return troubles
}

/** The log says when the data disk falls below the storage reserve, also at start, and when it is above it again. */
function watchStorage(app: FastifyInstance, { storage }: Parts): void {
  storage.onChange = (low, freeBytes) => {
    const freeMb = Math.floor(freeBytes / (1024 * 1024))
    if (low)
      app.log.error({ freeMb }, 'free space is below the storage reserve: uploads and new shops are refused')
    else app.log.warn({ freeMb }, 'free space is above the storage reserve again')
  }
  app.addHook('onReady', async () => void (await storage.isLow()))
}

async function work(app: FastifyInstance, parts: Parts, storefronts: Storefronts, queue: Queue) {
  const worker = workerOf(parts, jobKinds(parts, storefronts, queue, app.log), (job, error) => {
    if (!app.troubles.note(error) && !isPassing(error))
      app.log.error({ job: job.kind, attempts: job.attempts, err: error }, 'job failed')
  })
  app.decorate('worker', worker)
  if (parts.jobsEvery > 0) await worker.start(parts.jobsEvery)
  app.addHook('onClose', async () => {
    await worker.stop()
    await parts.db.close()
  })
}
