import type { Static, TSchema } from '@sinclair/typebox'
import type { Access } from '@/domain/access'

/** One endpoint: input and reply schemas, access, and the `summary` shown in the OpenAPI document. */
export interface Route {
  summary: string
  access: Access
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
