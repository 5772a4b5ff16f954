import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SmsPlan } from '../../server/gateways/aliyun-sms'
import { type LocalServer, listenLocally } from '../http/listen-locally'
import { readBody } from '../http/read-body'
import { createRequestVerifier } from './verify-request'

export interface ReceivedSms {
  phone: string
  sign: string
  templateId: string
  params: Record<string, string>
}

export interface SmsSimulator extends LocalServer {
  received: ReceivedSms[]
  /** `lost` takes a message and drops the connection; `busy` takes none. */
  fault: 'lost' | 'busy' | undefined
}

interface Account {
  plan: SmsPlan
  keyId: string
  keySecret: string
}

/**
 * Simulates Aliyun's text messages on 127.0.0.1: it verifies the signature and its time, takes each nonce once, and knows one account
 * with its approved signature and templates.
 * Source: https://help.aliyun.com/zh/sms/developer-reference/api-dysmsapi-2017-05-25-sendsms
 */
export async function startSmsSimulator(account: Account, now = Date.now): Promise<SmsSimulator> {
  const verify = createRequestVerifier(account, now)
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const params = Object.fromEntries(new URLSearchParams(await readBody(request)))
    const code = take(request.method ?? '', params)
    if (simulator.fault === 'lost') return void request.socket.destroy()
    response.writeHead(code === 'OK' ? 200 : 400, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ Code: code, Message: code, RequestId: 'simulated', BizId: '1^0' }))
  }

  function take(method: string, params: Record<string, string>): string {
    const refusal = verify(method, params)
    if (refusal) return refusal
    if (params.Action !== 'SendSms' || params.Version !== '2017-05-25') return 'InvalidAction.NotFound'
    if (simulator.fault === 'busy') return 'isv.BUSINESS_LIMIT_CONTROL'
    return deliver(params)
  }

  function deliver({
    PhoneNumbers = '',
    SignName = '',
    TemplateCode = '',
    TemplateParam = '{}',
  }: Record<string, string>) {
    const { plan } = account
    const wanted =
      TemplateCode === plan.codeTemplate
        ? ['code']
        : Object.keys(plan.templates.find(({ id }) => id === TemplateCode)?.params ?? {})
    if (SignName !== plan.sign) return 'isv.SMS_SIGNATURE_ILLEGAL'
    if (wanted.length === 0) return 'isv.SMS_TEMPLATE_ILLEGAL'
    if (!/^1[3-9]\d{9}$/.test(PhoneNumbers)) return 'isv.MOBILE_NUMBER_ILLEGAL'
    const params = JSON.parse(TemplateParam) as Record<string, string>
    if (wanted.some((name) => !params[name] || [...params[name]].length > 20))
      return 'isv.TEMPLATE_PARAMS_ILLEGAL'
    simulator.received.push({ phone: PhoneNumbers, sign: SignName, templateId: TemplateCode, params })
    return 'OK'
  }

  const server = await listenLocally((request, response) => void answer(request, response))
  const simulator: SmsSimulator = { ...server, received: [], fault: undefined }
  return simulator
}
