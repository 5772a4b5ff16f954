import { createCipheriv, createHash, randomBytes } from 'node:crypto'

interface Answer {
  errcode: number
  errmsg: string
}

const refuse = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })

type Suggest = 'pass' | 'review' | 'risky'

/** A verdict as WeChat reports it, with the number of its reason. */
interface Verdict {
  suggest: Suggest
  label: number
}

export interface CheckedText {
  appid: string
  openid: string
  scene: number
  content: string
}

export interface CheckedFile {
  appid: string
  url: string
  /** 1 for sound, 2 for a picture. */
  mediaType: number
  trace: string
}

/** Words by which the simulator judges texts. */
const RISKY_WORD = '违禁品'
const DOUBTFUL_WORD = '特效药'

const PASS: Verdict = { suggest: 'pass', label: 100 }

const verdictOf = (content: string): Verdict => {
  if (content.includes(RISKY_WORD)) return { suggest: 'risky', label: 20006 }
  return content.includes(DOUBTFUL_WORD) ? { suggest: 'review', label: 20008 } : PASS
}

/** The request by which WeChat pushes a message: its query and its body. */
export interface PushedMessage {
  query: Record<string, string>
  body: string
}

/**
 * Simulates WeChat's content security 2.0 and its message push in the secure mode with JSON. Sources:
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html,
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html and
 * https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html
 */
export class ContentSimulator {
  readonly texts: CheckedText[] = []
  readonly files: CheckedFile[] = []
  /** The requests that may still be made before the quota is used up. */
  quota = Number.POSITIVE_INFINITY
  private count = 0

  constructor(
    private readonly now: () => number,
    /** True for people who were in the mini-program within two hours. */
    private readonly isActive: (openid: string) => boolean,
  ) {}

  /** Answers `msg_sec_check`. */
  checkText(appid: string, request: Record<string, unknown>): object {
    const { version, openid, scene, content } = request
    const refusal = this.refusalOf(request) ?? (content ? undefined : refuse(44002, 'empty post data'))
    if (refusal) return refusal
    if (typeof content !== 'string' || [...content].length > 2500 || version !== 2)
      return refuse(47001, 'data format error')
    this.texts.push({ appid, openid: String(openid), scene: Number(scene), content })
    const result = verdictOf(content)
    const detail = [
      { strategy: 'content_model', errcode: 0, ...result, prob: 90 },
      // without a hit, the list of words names no verdict
      { strategy: 'keyword', errcode: 0 },
    ]
    return { ...refuse(0, 'ok'), detail, result, trace_id: this.nextTrace() }
  }

  /** Answers `media_check_async`; the verdict is pushed later. */
  checkFile(appid: string, request: Record<string, unknown>): object {
    const { version, media_url: url, media_type: mediaType } = request
    const refusal = this.refusalOf(request)
    if (refusal) return refusal
    if (version !== 2 || typeof url !== 'string' || !URL.canParse(url) || ![1, 2].includes(Number(mediaType)))
      return refuse(47001, 'data format error')
    const trace = this.nextTrace()
    this.files.push({ appid, url, mediaType: Number(mediaType), trace })
    return { ...refuse(0, 'ok'), trace_id: trace }
  }

  private refusalOf({ openid, scene }: Record<string, unknown>): Answer | undefined {
    if (this.quota-- <= 0) return refuse(45009, 'reach max api daily quota limit')
    if (typeof openid !== 'string' || openid === '') return refuse(40003, 'invalid openid')
    if (![1, 2, 3, 4].includes(Number(scene))) return refuse(40129, 'invalid scene')
    return this.isActive(openid) ? undefined : refuse(61010, 'code is expired')
  }

  private nextTrace(): string {
    this.count++
    return `6258-${this.now().toString(16)}-${this.count}`
  }

  /** Makes the message about a file. @param errcode another one than 0 for a file that could not be checked, without a verdict */
  verdictMessage(
    { appid, trace }: Pick<CheckedFile, 'appid' | 'trace'>,
    keys: { token: string; aesKey: string },
    { suggest, label, errcode = 0 }: Verdict & { errcode?: number },
  ): PushedMessage {
    const message = {
      ...{
        ToUserName: 'gh_simulated',
        FromUserName: 'o-platform',
        CreateTime: Math.floor(this.now() / 1000),
      },
      ...{ MsgType: 'event', Event: 'wxa_media_check', appid, trace_id: trace, version: 2 },
      detail: [{ strategy: 'content_model', errcode, suggest, label: String(label), prob: 90 }],
      ...{ errcode, errmsg: errcode === 0 ? 'ok' : 'download failed' },
      result: { suggest, label: String(label) },
    }
    return encryptMessage(JSON.stringify(message), appid, keys, this.now())
  }
}

const BLOCK = 32

function encryptMessage(
  message: string,
  appid: string,
  { token, aesKey }: { token: string; aesKey: string },
  now: number,
): PushedMessage {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const text = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appid)])
  const padding = BLOCK - (plain.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)])
  const encrypted = Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
  const [timestamp, nonce] = [String(Math.floor(now / 1000)), String(randomBytes(4).readUInt32BE())]
  const sign = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')
  return {
    query: {
      ...{ signature: sign(token, timestamp, nonce), timestamp, nonce, encrypt_type: 'aes' },
      msg_signature: sign(token, timestamp, nonce, encrypted),
    },
    body: JSON.stringify({ ToUserName: 'gh_simulated', Encrypt: encrypted }),
  }
}
