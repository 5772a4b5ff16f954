import { type Static, Type } from '@sinclair/typebox'
import { Exact } from '@/contract/shapes'
import { type NotificationEvent, notificationEvents } from '@/domain/notification'
import { type AliyunAccount, type AliyunDependencies, callAliyun } from './aliyun-rpc'
import { outcomeOfError, type SendOutcome } from './message-outcome'
import { checkShape, Literals } from './operator-values'
import { type MessageValue, messageValues } from './subscribe-messages'

const TemplateId = Type.String({ pattern: '^SMS_[0-9]{4,20}$' })
/** The signature and the templates that an operator had approved, and what messages may cost. */
const SmsPlanShape = Exact({
  sign: Type.String({ minLength: 2, maxLength: 20 }),
  /** The template of codes, whose variable is `code`. */
  codeTemplate: TemplateId,
  templates: Type.Array(
    Exact({
      id: TemplateId,
      events: Type.Array(Literals(notificationEvents), { minItems: 1 }),
      params: Type.Record(Type.String({ pattern: '^[a-z][a-zA-Z0-9_]{0,19}$' }), Literals(messageValues)),
    }),
  ),
  /** The price of one message, and the most that all messages of a month may cost, in fen. */
  price: Type.Integer({ minimum: 1, maximum: 1000 }),
  monthlyLimit: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
})

export interface SmsTemplate {
  id: string
  events: readonly NotificationEvent[]
  params: Readonly<Record<string, MessageValue>>
}
export type SmsPlan = Omit<Static<typeof SmsPlanShape>, 'templates'> & { templates: readonly SmsTemplate[] }

/** Validates the plan of an operator's file. @throws Error that names the invalid part. */
export function checkSmsPlan(value: unknown): SmsPlan {
  return checkShape(SmsPlanShape, value)
}

export interface Sms {
  plan: SmsPlan
  send(message: { phone: string; templateId: string; params: Record<string, string> }): Promise<SendOutcome>
}

export interface SmsSettings extends AliyunAccount {
  plan: SmsPlan
}

/** The maximum length of a template's variable, in characters. */
const MAX_PARAM_LENGTH = 20

/** Aliyun did not accept the message, and may accept it later. */
const LATER = ['isv.BUSINESS_LIMIT_CONTROL', 'isp.SYSTEM_ERROR', 'isp.RAM_PERMISSION_DENY', 'Throttling.User']

const cut = (text: string): string => [...text].slice(0, MAX_PARAM_LENGTH).join('')

/** Creates the client of Aliyun's text messages. Source: https://help.aliyun.com/zh/sms/developer-reference/api-dysmsapi-2017-05-25-sendsms */
export function createAliyunSms({ plan, ...account }: SmsSettings, deps: AliyunDependencies): Sms {
  return {
    plan,
    async send({ phone, templateId, params }) {
      try {
        const answer = await callAliyun(account, deps, {
          ...{ Action: 'SendSms', Version: '2017-05-25', RegionId: 'cn-hangzhou' },
          ...{ PhoneNumbers: phone, SignName: plan.sign, TemplateCode: templateId },
          TemplateParam: JSON.stringify(
            Object.fromEntries(Object.entries(params).map(([name, text]) => [name, cut(text)])),
          ),
        })
        return outcomeOf(answer)
      } catch (error) {
        return outcomeOfError(error)
      }
    },
  }
}

function outcomeOf(answer: unknown): SendOutcome {
  const code: unknown =
    answer !== null && typeof answer === 'object' ? Reflect.get(answer, 'Code') : undefined
  if (code === 'OK') return 'sent'
  return LATER.includes(String(code)) ? 'later' : 'refused'
}
