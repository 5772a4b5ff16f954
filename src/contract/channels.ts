import { Type } from '@sinclair/typebox'
import { notificationEvents } from '@/domain/notification'
import { MOBILE_PATTERN, PHONE_CODE_PATTERN } from '@/domain/sms'
import type { Route } from './route'
import { Exact, IdShape, OneOf } from './shapes'

/** Base64url of the 65 bytes of a public key, and of the 16 bytes of a secret. Source: RFC 8291, section 2 and 3.2 */
const PUSH_KEY_PATTERN = '^B[A-Za-z0-9_-]{86}$'
const PUSH_SECRET_PATTERN = '^[A-Za-z0-9_-]{22}$'

const MobileShape = Type.String({ pattern: MOBILE_PATTERN })

const MinuteShape = Type.Integer({ minimum: 0, maximum: 1439 })

/** Hours without messages, in minutes since midnight in China; both the same for none. */
export const QuietHoursShape = Exact({ from: MinuteShape, until: MinuteShape })

/** An id that a template has at WeChat. */
export const TemplateIdShape = Type.String({ pattern: '^[\\w-]{10,64}$' })

const ChannelsShape = Exact({
  /** Messages to browsers, where this server sends them; not in a mini-program. */
  push: Type.Optional(
    Exact({
      /** The key by which browsers know this server, in base64url. */
      publicKey: Type.String(),
      /** The SHA-256 hashes of my browsers' endpoints, in hexadecimal. */
      browsers: Type.Array(Type.String()),
    }),
  ),
  /** The templates of the mini-program that I am in, and how many messages of each I still permit. */
  templates: Type.Array(
    Exact({ id: TemplateIdShape, events: Type.Array(OneOf(notificationEvents)), permits: Type.Integer() }),
  ),
  /**
   * Text messages, where this server sends them: my phone with its middle hidden, if they reach it, and whether no more about orders are
   * sent in this month, or to me because I got twenty in 24 hours.
   */
  sms: Type.Optional(
    Exact({
      phone: Type.Optional(Type.String()),
      usedUp: Type.Optional(Type.Boolean()),
      dayUsedUp: Type.Optional(Type.Boolean()),
    }),
  ),
  quietHours: QuietHoursShape,
})

export const channelRoutes = {
  'GET /api/me/channels': {
    summary: 'The channels by which messages reach me while the app is closed.',
    access: 'signed-in',
    reply: ChannelsShape,
  },
  'PUT /api/me/browsers': {
    summary:
      'Send me messages to this browser, by the push service that it names; `bad-input` for a service that this server does not send to. The same browser again changes nothing.',
    access: 'signed-in',
    body: Exact({
      endpoint: Type.String({ pattern: '^https?://[!-~]{4,990}$' }),
      keys: Exact({
        p256dh: Type.String({ pattern: PUSH_KEY_PATTERN }),
        auth: Type.String({ pattern: PUSH_SECRET_PATTERN }),
      }),
    }),
    reply: ChannelsShape,
  },
  'DELETE /api/me/browsers/:browser': {
    summary: 'Send no more messages to the browser whose endpoint has this hash.',
    access: 'signed-in',
    params: Exact({ browser: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
    reply: ChannelsShape,
  },
  'POST /api/me/permits': {
    summary:
      'Count messages that I have permitted in WeChat, once per `id`; `bad-input` for templates of another mini-program.',
    access: 'signed-in',
    body: Exact({
      id: IdShape,
      permits: Type.Array(
        Exact({ templateId: TemplateIdShape, count: Type.Integer({ minimum: 1, maximum: 10 }) }),
        { minItems: 1, maxItems: 5 },
      ),
    }),
    reply: ChannelsShape,
  },
  'POST /api/me/phone-codes': {
    summary:
      'Send a code to a phone, to show that it is mine. For owners of shops; `not-found` for others and where this server sends no text messages, `too-many` beyond one a minute and five an hour.',
    access: 'signed-in',
    body: Exact({ phone: MobileShape }),
    reply: Exact({}),
  },
  'PUT /api/me/phone': {
    summary:
      'Send me text messages to the phone that got this code, and to no other; `code-wrong`, or `code-expired` after five minutes or five wrong ones. A phone that gets them already needs no code.',
    access: 'signed-in',
    body: Exact({ phone: MobileShape, code: Type.String({ pattern: PHONE_CODE_PATTERN }) }),
    reply: ChannelsShape,
  },
  'DELETE /api/me/phone': {
    summary: 'Send me no more text messages.',
    access: 'signed-in',
    reply: ChannelsShape,
  },
  'PUT /api/me/quiet-hours': {
    summary: 'Send me no messages in these hours; they come afterwards, as one.',
    access: 'signed-in',
    body: QuietHoursShape,
    reply: ChannelsShape,
  },
  'POST /api/me/test-messages': {
    summary:
      'Send a test message to all my browsers, and to WeChat if I permit one there, once per `id`; `too-many` beyond twenty an hour.',
    access: 'signed-in',
    body: Exact({ id: IdShape }),
    /** The number of messages that are on their way. */
    reply: Exact({ messages: Type.Integer() }),
  },
} as const satisfies Record<string, Route>
