import type { Generated } from 'kysely'
import type { ChannelKind, NotificationEvent } from '@/domain/notification'
import type { Json, Moment } from './column-types'

/** A way in which messages reach an account whose app is closed. */
export interface ChannelTable {
  account_id: string
  kind: ChannelKind
  /** The hash of a push endpoint; the appid and the template of a mini-program; a phone. */
  address: string
  /** The data that the gateway needs to send: the subscription of a browser; `{}` for the other kinds. */
  details: Json
  /** The number of messages that may still be sent; `null` for any number. */
  permits: number | null
  /** The id of the last request that changed it. */
  last_request: string | null
  created_at: Moment
}

/**
 * `sending`: handed to the gateway, without an answer yet. `unknown`: no answer came, so it may have arrived. `dropped`: no longer true or
 * not permitted.
 */
export type MessageState = 'queued' | 'sending' | 'sent' | 'unknown' | 'refused' | 'expired' | 'dropped'

/** A message of one event to one channel. Messages that are sent as one share `sending`, the id of their first. */
export interface MessageTable {
  id: string
  account_id: string
  kind: ChannelKind
  address: string
  event: NotificationEvent
  /** Absent in tests that people send to themselves. */
  shop_id: string | null
  /** The order, or the sku that runs out. */
  subject_id: string | null
  created_at: Moment
  expires_at: Moment
  state: MessageState
  sending: string | null
  attempts: number
  ended_at: Moment | null
}

/** The code that was sent to a phone last, to find out whether it is the account's. */
export interface PhoneCodeTable {
  account_id: string
  phone: string
  code_hash: string
  /** Wrong codes so far. */
  tries: number
  sent_at: Moment
  expires_at: Moment
}

/** The cost of the text messages of a month, in fen. */
export interface SmsMonthTable {
  month: string
  spent: number
  /** What codes have cost in the month, and on `codes_day`. */
  codes: Generated<number>
  codes_of_day: Generated<number>
  codes_day: string | null
}

/** Quiet hours of an account that are not the usual ones, in minutes since midnight in China. */
export interface QuietHoursTable {
  account_id: string
  starts: number
  ends: number
}
