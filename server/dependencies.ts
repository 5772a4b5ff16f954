import type { FieldFault } from '@/domain/failure'
import type { Look } from '@/domain/look'
import type { PaymentMethod } from '@/domain/payment'
import type { Trade } from '@/domain/trade'
import type { Template } from '@/templates/template'
import type { BlobStore } from './blobs/blob-store'
import type { Database } from './db/database'
import type { WechatGateway } from './gateways/wechat'
import type { Timeouts } from './http/timeouts'
import type { Quotas } from './modules/quotas/quotas'
import type { StorageReserve } from './storage/storage-reserve'

/** What the server knows of templates. */
export interface Looks {
  /** A fresh look of a template; `undefined` when there is none of that name. */
  lookOf(template: string): Look | undefined
  /** All of them, in the order they are offered. */
  templates: readonly Template[]
  /** What is wrong with a look's sections. */
  faults(look: Look): FieldFault[]
}

/** Where log lines go; `false` for nowhere. */
export type Logging = false | { level: string; stream?: { write(line: string): void } }

/** Whose `X-Forwarded-*` is believed: addresses or networks of proxies of one's own. What comes from others is not. */
export type TrustProxy = false | string[]

export interface WorldSettings {
  /** The world's name, told by `/api/health`. */
  world: string
  version: string
  /** The slug of a shop that home shows as an example, told by `/api/health`. */
  exampleShop?: string | undefined
  /** The address people use, when it is not the one that requests come by. */
  publicUrl: string | undefined
  /** More hosts that links may name, in lower case: `name`, `name:port`, or `name:*` for every port. */
  allowedHosts: readonly string[]
  rateLimits: boolean
  quotas: Quotas
  trustProxy: TrustProxy
  /** The folder of the H5 build; without it there is only the API. */
  h5Folder: string | undefined
  /** Whether browsers keep the site for when there is no network. */
  offlinePages: boolean
}

/** All that a world is made of. Nothing else reaches outside, so a test or a demo world is the same app with other parts. */
export interface AppDependencies {
  settings: WorldSettings
  db: Database
  blobs: BlobStore
  storage: StorageReserve
  /** Epoch milliseconds. It may be put forward and back. */
  clock(): number
  /** Milliseconds of a clock that only goes on: for how long something takes, never for when it was. */
  elapsed(): number
  /** So many random bytes. */
  random(bytes: number): Uint8Array
  /** What owners' keys are derived from. */
  secret: string
  wechat: WechatGateway | undefined
  /** The methods behind which a payment gateway stands. */
  online: readonly PaymentMethod[]
  looks: Looks
  /** A trade's drawing as SVG, for shops without a photo. */
  drawing(trade: Trade): string
  logging: Logging
  timeouts: Timeouts
  /** How often the job worker looks for work, in ms; 0 for never. */
  jobsEvery: number
}
