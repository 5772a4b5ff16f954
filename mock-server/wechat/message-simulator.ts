import type { MessageTemplate } from '../../server/gateways/subscribe-messages'

interface Answer {
  errcode: number
  errmsg: string
}

const refuse = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })

export interface ReceivedMessage {
  appid: string
  openid: string
  templateId: string
  page: string
  data: Record<string, string>
}

interface Send {
  touser?: unknown
  template_id?: unknown
  page?: unknown
  data?: unknown
  lang?: unknown
}

/**
 * The values that each type of field allows. Source: 订阅消息参数值内容限制说明 of
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
const FIELD_PATTERNS: Record<string, RegExp> = {
  thing: /^[^\n\r]{1,20}$/u,
  number: /^\d{1,32}(\.\d+)?$/,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}(:\d{2})?$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?$/,
  amount: /^[¥$]?\d{1,10}(\.\d{1,2})?元?$/,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

/**
 * Simulates WeChat's subscribe messages: a reader permits each message of a template once, fields have to be exactly those of the
 * template, and of their types.
 */
export class MessageSimulator {
  readonly received: ReceivedMessage[] = []
  /** `lost` takes a message and drops the connection without an answer; `busy` takes none. */
  fault: 'lost' | 'busy' | undefined
  /** True when readers permit everything. */
  permitsAll = false
  private readonly permits = new Map<string, number>()

  constructor(private readonly templates: readonly MessageTemplate[]) {}

  /** A reader permits messages of a template. */
  permit(openid: string, templateId: string, count: number): void {
    const key = `${openid}/${templateId}`
    this.permits.set(key, (this.permits.get(key) ?? 0) + count)
  }

  /** Answers a message that a mini-program sends. */
  send(appid: string, { touser, template_id, page, data, lang }: Send): Answer {
    if (this.fault === 'busy') return refuse(-1, 'system error')
    if (typeof touser !== 'string' || !touser) return refuse(40003, 'invalid openid')
    const template = this.templates.find((one) => one.appid === appid && one.id === template_id)
    if (!template) return refuse(40037, 'invalid template_id')
    if (typeof page !== 'string' || !/^pages\/[\w/-]+(\?.*)?$/.test(page))
      return refuse(41030, 'invalid page')
    if (lang !== 'zh_CN') return refuse(47003, 'argument invalid! lang')
    const texts = textsOf(data)
    const wrong = findWrongField(template, texts)
    if (wrong) return refuse(47003, `argument invalid! data.${wrong}.value invalid`)
    const key = `${touser}/${template.id}`
    const left = this.permits.get(key) ?? 0
    if (left === 0 && !this.permitsAll) return refuse(43101, 'user refuse to accept the msg')
    if (left > 0) this.permits.set(key, left - 1)
    this.received.push({ appid, openid: touser, templateId: template.id, page, data: texts })
    return refuse(0, 'ok')
  }
}

function textsOf(data: unknown): Record<string, string> {
  if (data === null || typeof data !== 'object') return {}
  return Object.fromEntries(
    Object.entries(data).map(([field, one]: [string, unknown]) => [
      field,
      one !== null && typeof one === 'object' ? String(Reflect.get(one, 'value')) : '',
    ]),
  )
}

/** The first field that is missing, unknown, or holds what its type does not allow. */
function findWrongField({ fields }: MessageTemplate, texts: Record<string, string>): string | undefined {
  const unknown = Object.keys(texts).find((field) => !(field in fields))
  return (
    unknown ??
    Object.keys(fields).find((field) => !FIELD_PATTERNS[field.replace(/\d+$/, '')]?.test(texts[field] ?? ''))
  )
}
