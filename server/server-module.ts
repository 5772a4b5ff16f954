import type { FastifyInstance } from 'fastify'
import type { AppDependencies } from './dependencies'
import type { HealthMonitor } from './health-monitor'
import type { CachedReader } from './http/cache/cached-reader'
import type { StorefrontCache } from './http/cache/storefront-cache'
import type { Handlers } from './http/call'
import type { Limits } from './http/limits/limits'
import type { Site } from './http/pages/site'
import type { JobKind } from './jobs/worker'
import type { Content } from './modules/content/content'
import type { Queue } from './modules/media/queue'
import type { Uploads } from './modules/media/uploads'
import type { CodePictures } from './modules/storefronts/code-pictures'
import type { ReadStorefront } from './modules/storefronts/read-storefront'

export interface AppBase {
  app: FastifyInstance
  deps: AppDependencies
  /** Makes the pictures of codes, which posters show. */
  codes: CodePictures
  /** Records what people write for others, and hides it. */
  content: Content
  /** The H5 build, when the server serves it. */
  site: Site | undefined
  healthMonitor: HealthMonitor
  limits: Limits
  /** Runs work with pictures and sounds one after the other. */
  queue: Queue
  reader: CachedReader
  readStorefront: ReadStorefront
  storefronts: StorefrontCache
  uploads: Uploads
}

export interface ModuleParts {
  handlers?: Partial<Handlers>
  jobs?: Record<string, JobKind>
  /** Registers what is not in the route table, such as files, sockets and notices. */
  serve?: () => void | Promise<void>
}

/** A module of the server: a folder of `server/modules` whose `module.ts` exports such a function. */
export type ServerModule = (base: AppBase) => ModuleParts
