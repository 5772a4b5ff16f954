import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { DAY_PATTERN } from '@/domain/day'
import { ID_PATTERN } from '@/domain/id'
import { MAX_FEN } from '@/domain/money'

/** An object that takes no other fields. */
export const Exact = <T extends Record<string, TSchema>>(fields: T) =>
  Type.Object(fields, { additionalProperties: false })

/** One of the words of an `as const` list. */
export const OneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words] })

/** Text that people write: length in characters, and no control characters but a line break. */
export const Words = (min: number, max: number) =>
  Type.String({
    minLength: min,
    maxLength: max,
    pattern:
      min > 0
        ? '^[\\n \\u3000]*[^\\u0000-\\u0020\\u3000][^\\u0000-\\u0009\\u000b-\\u001f]*$'
        : '^[^\\u0000-\\u0009\\u000b-\\u001f]*$',
  })

export const IdShape = Type.String({ pattern: ID_PATTERN })
export const FenShape = Type.Integer({ minimum: 0, maximum: MAX_FEN })
export const PriceShape = Type.Integer({ minimum: 1, maximum: MAX_FEN })
export const SumShape = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
export const DayShape = Type.String({ pattern: DAY_PATTERN })
export const MomentShape = Type.Integer({ minimum: 0 })
export const VersionShape = Type.Integer({ minimum: 0, maximum: 2 ** 31 })
export const SlugShape = Type.String({ pattern: '^[0-9a-z]{6,12}$' })

export const ShopParams = Exact({ shopId: IdShape })

/** A page of a list: pass `next` back as `cursor`; absent at the end. */
export const PageOf = <T extends TSchema>(item: T) =>
  Exact({ items: Type.Array(item), next: Type.Optional(Type.String()) })

export const PageQuery = Exact({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 40 })),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
})
export type PageQuery = Static<typeof PageQuery>
