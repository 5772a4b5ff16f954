import { type Static, Type } from '@sinclair/typebox'
import { Exact } from '@/contract/shapes'
import { type NotificationEvent, notificationEvents } from '@/domain/notification'
import { outcomeOfError, type SendOutcome } from './message-outcome'
import { checkShape, Literals } from './operator-values'
import { GatewayError } from './payment-gateway'
import type { WechatAnswer, WechatClient } from './wechat-client'

/** The values that a field of a template can show. */
export const messageValues = ['shop', 'number', 'goods', 'total', 'time', 'status', 'tip', 'count'] as const
export type MessageValue = (typeof messageValues)[number]

/** A template that an operator has chosen for a mini-program: its id, its event, and the value of each of its fields. */
const TemplateShape = Exact({
  appid: Type.String({ pattern: '^wx[0-9A-Za-z]{8,30}$' }),
  id: Type.String({ pattern: '^[\\w-]{10,64}$' }),
  events: Type.Array(Literals(notificationEvents.filter((one) => one !== 'test')), { minItems: 1 }),
  fields: Type.Record(
    Type.String({ pattern: '^(thing|number|character_string|time|date|amount|phrase)[0-9]{1,2}$' }),
    Literals(messageValues),
    { minProperties: 1, maxProperties: 5, additionalProperties: false },
  ),
})
export interface MessageTemplate extends Omit<Static<typeof TemplateShape>, 'events' | 'fields'> {
  events: readonly NotificationEvent[]
  fields: Readonly<Record<string, MessageValue>>
}

/** Validates the templates of an operator's file. @throws Error that names the invalid part. */
export function checkTemplates(value: unknown): MessageTemplate[] {
  const shape = Type.Array(TemplateShape)
  return checkShape(shape, value)
}

export interface SubscribeMessage {
  openid: string
  template: MessageTemplate
  /** The page of the mini-program that a tap opens, with parameters. */
  page: string
  values: Record<MessageValue, string>
}

/** WeChat's subscribe messages (订阅消息). Each may be sent once for each permission that its reader gave. */
export interface SubscribeMessages {
  templates: readonly MessageTemplate[]
  /** Sends a message; `gone` when its reader permits none. */
  send(message: SubscribeMessage): Promise<SendOutcome>
}

/** Most characters of a field, by its type. The other types are checked by what they are filled with. */
const MAX_LENGTHS: Record<string, number> = { thing: 20, phrase: 5, character_string: 32 }

/** Fits a text into a field: 20 characters for a thing, five for a phrase. */
export function fitField(field: string, text: string): string {
  const max = MAX_LENGTHS[field.replace(/\d+$/, '')]
  const plain = text.replace(/\s+/g, ' ').trim() || '-'
  const characters = [...plain]
  if (max === undefined || characters.length <= max) return plain
  return `${characters.slice(0, max - 1).join('')}…`
}

/** The reader permits no message, or no more of them. */
const NOT_PERMITTED = 43101
/** WeChat is busy, or the day's number of messages is used up. */
const BUSY = [-1, 45009, 45011]

/**
 * Creates the client of subscribe messages. Source:
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
export function createSubscribeMessages(
  client: WechatClient,
  templates: readonly MessageTemplate[],
): SubscribeMessages {
  return {
    templates,
    async send({ openid, template, page, values }) {
      const data = Object.fromEntries(
        Object.entries(template.fields).map(([field, value]) => [
          field,
          { value: fitField(field, values[value]) },
        ]),
      )
      try {
        const answer = await client.post(template.appid, '/cgi-bin/message/subscribe/send', {
          ...{ touser: openid, template_id: template.id, page, data, lang: 'zh_CN' },
        })
        return outcomeOf(answer)
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error
        return error.kind === 'unavailable' ? outcomeOfError(error) : 'refused'
      }
    },
  }
}

function outcomeOf({ errcode }: WechatAnswer): SendOutcome {
  const code = Number(errcode)
  if (code === 0) return 'sent'
  if (code === NOT_PERMITTED) return 'gone'
  return BUSY.includes(code) ? 'later' : 'refused'
}
