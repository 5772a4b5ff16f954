import type { Centre } from '@/domain/centre'
import type { FieldError } from '@/domain/failure'
import type { Look } from '@/domain/look/look'
import type { Operator } from '@/domain/operator'
import type { Trade } from '@/domain/shop/trade'
import type { Template } from '@/templates/template'
import type { BlobStore } from './blobs/blob-store'
import type { Database } from './db/database'
import type { DemoSettings } from './demo-settings'
import type { FileCheck } from './gateways/aliyun-file-check'
import type { Sms } from './gateways/aliyun-sms'
import type { GroupRobot } from './gateways/group-robot'
import type { PaymentGateways } from './gateways/payment-gateways'
import type { WebPush } from './gateways/web-push'
import type { WechatGateway } from './gateways/wechat'
import type { Timeouts } from './http/timeouts'
import type { OwnWords } from './modules/content/word-list'
import type { DemoWorlds } from './modules/demo/demo-worlds'
import type { WriteExport } from './modules/exports/export-job'
import type { Quotas } from './modules/quotas/quotas'
import type { StorageReserve } from './storage/storage-reserve'

export interface LookCatalog {
  /** Returns a new look made from a template; `undefined` for an unknown name. */
  createLook(template: string): Look | undefined
  /** All templates, in the order in which they are offered. */
  templates: readonly Template[]
  /** Returns the validation errors of a look's sections. */
  validate(look: Look): FieldError[]
}

/** Log level and destination (standard output by default); `false` disables logging. */
export type Logging = false | { level: string; stream?: { write(line: string): void } }

/** Addresses or networks of the proxies whose `X-Forwarded-*` headers are trusted; `false` trusts none. */
export type TrustProxy = false | string[]

/** The marks of a sealed demo world. */
export interface SealedWorld {
  /** Changes with every reset: browsers then forget the data that earlier worlds stored at this address. */
  generation: string
  /** The origins of the server that offers the world, whose pages may show it in frames and play in it. */
  hosts(): readonly string[]
}

export interface AppSettings {
  /** The deployment's name, returned by `/api/health`. */
  world: string
  version: string
  /** The slug of the example shop on the home page, returned by `/api/health`. */
  exampleShop?: string | undefined
  /** Who runs the installation, returned by `/api/health`. */
  operator?: Operator | undefined
  /** The public origin, when it is not the one that requests arrive at. */
  publicUrl: string | undefined
  /** Additional hosts that links may name, in lower case: `name`, `name:port`, or `name:*` for every port. */
  allowedHosts: readonly string[]
  centres: readonly Centre[]
  /** Words of the operator by which texts are checked, beside those of the program. */
  contentWords?: OwnWords | undefined
  rateLimits: boolean
  quotas: Quotas
  trustProxy: TrustProxy
  /** The folder of the H5 build; without it only the API is served. */
  h5Folder: string | undefined
  /** True when a service worker caches the site for offline use. */
  offlinePages: boolean
  /** The marks of this app as a sealed demo world; absent in all other apps. */
  sealedWorld?: SealedWorld
  /** The settings with which this app offers demo worlds; absent when it offers none. */
  demo?: Pick<DemoSettings, 'origins' | 'networkName'> | undefined
}

/** Everything of the app that reaches outside the process. Tests and the demo run the same app with other dependencies. */
export interface AppDependencies {
  settings: AppSettings
  db: Database
  blobs: BlobStore
  storage: StorageReserve
  /** On whose disk exports of shops are until they are downloaded, what writes them, and where those of removed shops stay. */
  exports: { folder: string; write: WriteExport; removedFolder: string }
  /** Epoch milliseconds of the system clock, which may be set forward or back. */
  clock(): number
  /** Milliseconds of a monotonic clock, for durations only. */
  elapsed(): number
  /** Returns cryptographically random bytes. */
  random(bytes: number): Uint8Array
  /** The secret from which owners' keys are derived. */
  secret: string
  wechat: WechatGateway | undefined
  /** Sends messages to browsers; absent where none are sent. */
  webPush?: WebPush | undefined
  /** Sends text messages; absent where none are sent. */
  sms?: Sms | undefined
  /** Checks photos and voices that were not uploaded in a mini-program; without it an operator does. */
  fileCheck?: FileCheck | undefined
  /** Tells the operators in their chat group that something waits; without it they look into the console. */
  groupRobot?: GroupRobot | undefined
  payments: PaymentGateways
  demoWorlds?: DemoWorlds | undefined
  looks: LookCatalog
  /** Returns a trade's drawing as SVG, for shops without a photo. */
  drawTrade(trade: Trade): string
  logging: Logging
  timeouts: Timeouts
  /** Polling interval of the job worker in ms; 0 disables the worker. */
  jobIntervalMs: number
}
