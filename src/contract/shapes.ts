import { type Static, type TSchema, type TString, type TUnsafe, Type } from '@sinclair/typebox'
import { TEXT_PLACE, type TextPlace } from '@/domain/content'
import { DAY_PATTERN } from '@/domain/day'
import { ID_PATTERN } from '@/domain/id'
import { MAX_FEN } from '@/domain/money'
import { MONTH_PATTERN } from '@/domain/month'
import { FORBIDDEN_CHARACTERS } from '@/domain/text'

/** An object schema without additional properties. */
export const Exact = <T extends Record<string, TSchema>>(fields: T) =>
  Type.Object(fields, { additionalProperties: false })

/** A string enum of an `as const` list. */
export const OneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words] })

/** Invisible characters: spaces, joiners, fillers and selectors. Source: https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point */
const INVISIBLE =
  '\\n \\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u202f\\u205f-\\u2065' +
  '\\u206a-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8'

/** `FORBIDDEN_CHARACTERS` and lone surrogates; PostgreSQL cannot store NUL or surrogates. */
const FORBIDDEN = `${FORBIDDEN_CHARACTERS}\\ud800-\\udfff`

/** User text: length in characters, no forbidden characters, and at least one visible character if `min` > 0. */
export const Words = (min: number, max: number) =>
  Type.String({
    minLength: min,
    maxLength: max,
    pattern: min > 0 ? `^[${INVISIBLE}]*[^${INVISIBLE}${FORBIDDEN}][^${FORBIDDEN}]*$` : `^[^${FORBIDDEN}]*$`,
  })

/** User text that others read: it is checked as a text of its place. */
export const CheckedWords = (place: TextPlace, min: number, max: number): TString => ({
  ...Words(min, max),
  [TEXT_PLACE]: place,
})

/** Such a text in a reply, from which it is left out while it is hidden. */
export const ShownWords = (place: TextPlace): TString => ({ ...Type.String(), [TEXT_PLACE]: place })

export const IdShape = Type.String({ pattern: ID_PATTERN })
export const FenShape = Type.Integer({ minimum: 0, maximum: MAX_FEN })
export const PriceShape = Type.Integer({ minimum: 1, maximum: MAX_FEN })
export const SumShape = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
export const DayShape = Type.String({ pattern: DAY_PATTERN })
export const MonthShape = Type.String({ pattern: MONTH_PATTERN })
export const MomentShape = Type.Integer({ minimum: 0 })
/** A link to a file that opens without signing in until the moment `until`. */
export const FileLinkShape = Exact({ url: Type.String(), until: MomentShape })
/** A change counter; the maximum plus one still fits a 32-bit column. */
export const VersionShape = Type.Integer({ minimum: 0, maximum: 2 ** 31 - 2 })
export const SlugShape = Type.String({ pattern: '^[0-9a-z]{6,12}$' })

export const ShopParams = Exact({ shopId: IdShape })

/** One page of a list. Pass `next` as `cursor` to read the next page; absent on the last one. */
export const PageOf = <T extends TSchema>(item: T) =>
  Exact({ items: Type.Array(item), next: Type.Optional(Type.String()) })
export type Page<T> = Static<ReturnType<typeof PageOf<TUnsafe<T>>>>

export const PageQuery = Exact({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 40 })),
  cursor: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{1,200}$' })),
})
export type PageQuery = Static<typeof PageQuery>
