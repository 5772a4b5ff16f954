import type { ContentKind, TextScene } from '@/domain/content'
import { GatewayError } from './payment-gateway'
import { refusalOf, type WechatAnswer, type WechatClient } from './wechat-client'

/** The mini-program in which somebody wrote a content, and this person's openid within it. */
interface Writer {
  appid: string
  openid: string
  scene: TextScene
}

export interface CheckedContent {
  verdict: 'pass' | 'review' | 'risky'
  /** WeChat's number of the reason, such as 20002. */
  label: string
}

/** WeChat knows the writer no longer: only people who were in the mini-program within two hours can be named. */
export class UnknownWriterError extends Error {}

/** WeChat's content security (内容安全): texts at once, files by a verdict that arrives later. */
export interface WechatContentCheck {
  /**
   * Checks a text of at most `MAX_CHECKED_TEXT` characters.
   * @throws UnknownWriterError, or GatewayError when WeChat does not answer or has no quota left.
   */
  checkText(text: string, writer: Writer): Promise<CheckedContent>
  /** Has a file checked that WeChat downloads from an address; returns the number under which the verdict arrives. */
  requestFileCheck(kind: Exclude<ContentKind, 'text'>, url: string, writer: Writer): Promise<string>
}

/** The maximum length of a text in characters. */
export const MAX_CHECKED_TEXT = 2500

/** 1 资料, 2 评论, 3 论坛, 4 社交日志 */
const SCENES: Record<TextScene, number> = { profile: 1, comment: 2, page: 3 }

/** 1 音频, 2 图片 */
const MEDIA_TYPES = { voice: 1, photo: 2 } as const

/** The openid is invalid, of another appid, or was not in the mini-program within two hours. */
const UNKNOWN_WRITER = [40003, 43104, 61010]

interface CheckAnswer extends WechatAnswer {
  trace_id?: unknown
  result?: { suggest?: unknown; label?: unknown }
}

/** Reads `result`, which combines all strategies. @throws GatewayError for a verdict that the documents do not name. */
export function readCheckResult(result: unknown): CheckedContent {
  const { suggest, label } = (result ?? {}) as { suggest?: unknown; label?: unknown }
  if (suggest === 'pass' || suggest === 'review' || suggest === 'risky')
    // numbers and texts both occur
    return { verdict: suggest, label: String(label) }
  throw new GatewayError('unavailable', 'NO_VERDICT', 'WeChat gave no verdict')
}

/**
 * Creates the client. Sources:
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html and
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */
export function createWechatContentCheck(client: WechatClient): WechatContentCheck {
  async function post(path: string, { appid, openid, scene }: Writer, body: object): Promise<CheckAnswer> {
    const request = { version: 2, openid, scene: SCENES[scene], ...body }
    const answer: CheckAnswer = await client.post(appid, path, request)
    const code = Number(answer.errcode)
    if (UNKNOWN_WRITER.includes(code)) throw new UnknownWriterError(`errcode ${code}`)
    if (code !== 0) throw refusalOf(answer)
    return answer
  }

  return {
    async checkText(text, writer) {
      const { result } = await post('/wxa/msg_sec_check', writer, { content: text })
      return readCheckResult(result)
    },
    async requestFileCheck(kind, url, writer) {
      const request = { media_url: url, media_type: MEDIA_TYPES[kind] }
      const { trace_id } = await post('/wxa/media_check_async', writer, request)
      if (typeof trace_id !== 'string' || trace_id === '')
        throw new GatewayError('unavailable', 'NO_TRACE', 'WeChat gave no number of the check')
      return trace_id
    },
  }
}
