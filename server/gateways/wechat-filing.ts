import { type FilingGap, filingGaps, type OwnAppState } from '@/domain/shop/own-app'
import { GatewayError } from './payment-gateway'
import { refusalOf, type WechatAnswer, type WechatClient } from './wechat-client'

/** How far the filing (备案) of a mini-program is. */
export interface Filing {
  state: OwnAppState
  /** The information that WeChat requires before the filing. */
  gaps: FilingGap[]
  /** Why it was sent back, with what to change. */
  problems: string[]
}

/** Reads how far filings are. */
export interface WechatFiling {
  /** @throws GatewayError `rejected` for a mini-program that this server has no secret of, or when WeChat gives no answer */
  read(appid: string): Promise<Filing>
}

const STATES: Record<number, OwnAppState> = {
  ...{ 2: 'underway', 3: 'refused', 4: 'underway', 5: 'refused', 6: 'done' },
}

/** States from here on mean that nothing is filed; the lower bits name the missing information. */
const UNFILED = 1024

interface FilingAnswer extends WechatAnswer {
  info?: { status?: unknown; audit_data?: unknown }
}

/**
 * Creates the client.
 * Source: https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/getIcpEntranceInfo.html
 */
export const createWechatFiling = (client: WechatClient): WechatFiling => ({
  async read(appid) {
    const answer: FilingAnswer = await client.get(appid, '/wxa/icp/get_icp_entrance_info')
    if (Number(answer.errcode ?? 0) !== 0) throw refusalOf(answer)
    return readFiling(answer.info)
  },
})

/** Reads the `info` of an answer. @throws GatewayError for a state that the documents do not name */
export function readFiling(info: FilingAnswer['info']): Filing {
  const status = Number(info?.status)
  const missing = status - UNFILED
  const isUnfiled = missing >= 0 && missing < 2 ** filingGaps.length
  const state = isUnfiled ? 'waiting' : STATES[status]
  if (!state)
    throw new GatewayError('unavailable', 'UNKNOWN_STATUS', `WeChat gave the filing state ${status}`)
  return {
    state,
    gaps: isUnfiled ? filingGaps.filter((_, bit) => (missing & (1 << bit)) !== 0) : [],
    problems: state === 'refused' ? problemsOf(info?.audit_data) : [],
  }
}

const problemsOf = (data: unknown): string[] =>
  (Array.isArray(data) ? data : []).flatMap((item: unknown) => {
    const { key_name, error, suggest } = (item ?? {}) as Record<string, unknown>
    const words = [key_name, error, suggest].filter((word) => typeof word === 'string' && word !== '')
    return words.length > 0 ? [words.join('，')] : []
  })
