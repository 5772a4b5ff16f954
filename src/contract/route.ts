import type { Static, TSchema } from '@sinclair/typebox'

/** Who may call: anyone · a signed-in account · the shop's owner · the shop's owner or the order's buyer. */
export type Access = 'anyone' | 'signed-in' | 'owner' | 'owner-or-buyer'

/** One endpoint: what it takes, what it answers, and who may call it. `summary` says what is true of it. */
export interface Route {
  summary: string
  access: Access
  params?: TSchema
  query?: TSchema
  body?: TSchema
  reply: TSchema
  /** The body is multipart/form-data with one file of at most so many bytes, not JSON. */
  upload?: number
}

type Part<R, K extends string> = K extends keyof R ? (R[K] extends TSchema ? Static<R[K]> : never) : never

export type ParamsOf<R> = Part<R, 'params'>
export type QueryOf<R> = Part<R, 'query'>
export type BodyOf<R> = Part<R, 'body'>
export type ReplyOf<R> = Part<R, 'reply'>
