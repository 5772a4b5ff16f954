import { type Static, Type } from '@sinclair/typebox'
import { failures } from '@/domain/failure'
import { OneOf } from './shapes'

const codes = Object.keys(failures) as [keyof typeof failures, ...(keyof typeof failures)[]]

/** RFC 9457 `application/problem+json`. `code` is a key of `failures`; `current` is the present state, for codes that carry one. */
export const ProblemShape = Type.Object({
  type: Type.Literal('about:blank'),
  title: Type.String(),
  status: Type.Integer(),
  code: OneOf(codes),
  fields: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
  current: Type.Optional(Type.Unknown()),
})
export type Problem = Static<typeof ProblemShape>
