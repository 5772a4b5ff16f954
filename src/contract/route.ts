import type { Static, TSchema } from '@sinclair/typebox'
import type { Access } from '@/domain/access'
import type { HelpAction } from '@/domain/shop/help'

/** One endpoint: input and reply schemas, access, and the `summary` shown in the OpenAPI document. */
export interface Route {
  summary: string
  access: Access
  /** The entry that a helper's request leaves in the log of the shop; required for writes of helpers. */
  help?: HelpAction
  params?: TSchema
  query?: TSchema
  body?: TSchema
  reply: TSchema
  /** For uploads: the body is multipart/form-data with one file of at most this many bytes. */
  upload?: number
}

type Part<R, K extends string> = K extends keyof R ? (R[K] extends TSchema ? Static<R[K]> : never) : never

export type ParamsOf<R> = Part<R, 'params'>
export type QueryOf<R> = Part<R, 'query'>
export type BodyOf<R> = Part<R, 'body'>
export type ReplyOf<R> = Part<R, 'reply'>
