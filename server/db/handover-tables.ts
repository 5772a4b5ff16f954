import type { HandoverKind } from '@/domain/shop/handover'
import type { HelpAction } from '@/domain/shop/help'
import type { Flag, Json, Moment } from './column-types'

/**
 * A help that a person agreed to. `purposes` is a JSON array; `opens` is 1 for a help to open a shop, whose id is fixed before it
 * exists. `helper` is the account that helps, `name` its name in the centre, and `person` the name that the helper gives the person.
 */
export interface HelpTable {
  shop_id: string
  id: string
  centre: string
  helper: string
  name: string
  person: string | null
  purposes: Json
  opens: Flag
  started_at: Moment
  expires_at: Moment
  ended_at: Moment | null
}

/**
 * A step of a helper. `id` is the fingerprint of its request, so that a repeated one is the same step; `done` is 0 until the request
 * has succeeded.
 */
export interface HelpStepTable {
  shop_id: string
  id: string
  help_id: string
  centre: string
  account_id: string
  name: string
  action: HelpAction
  about: string | null
  at: Moment
  done: Flag
}

/**
 * A code that passes something from one phone to another. The hashes are keyed, because six digits could be tried through; `draw`
 * counts the draws until the digits were free. `draft` and `photo_id` are of a draft and deleted once it was received or has expired.
 */
export interface HandoverTable {
  id: string
  kind: HandoverKind
  giver: string
  shop_id: string
  /** The parts that an offered help covers. */
  parts: Json | null
  digits_hash: string
  letters_hash: string
  draw: number
  expires_at: Moment
  ended_at: Moment | null
  taken_by: string | null
  taken_at: Moment | null
  received_at: Moment | null
  request_hash: string
  draft: Json | null
  photo_id: string | null
}

/**
 * A paper card. `pictures_hash` is keyed. `made_by` is the account that made it, `null` for cards of earlier versions. `tries` counts wrong
 * choices since the last lock; `asked_by` is the account that chose rightly and gets the shop at `due_at`; `used_by` is set once it did.
 */
export interface PaperCardTable {
  shop_id: string
  id: string
  code_hash: string
  pictures_hash: string
  made_by: string | null
  created_at: Moment
  tries: number
  locked_until: Moment | null
  asked_by: string | null
  due_at: Moment | null
  used_by: string | null
  ended_at: Moment | null
}

/** Tries of typed digits within a span that ends at `ends_at`. `scope` is `all`, or the keyed hash of an account or address. */
export interface CodeTryTable {
  scope: string
  tries: number
  ends_at: Moment
}
