import { loadSharp } from '../../server/modules/photos/resize-photo'
import { renderQr } from '../../server/modules/storefronts/draw-code'

interface Answer {
  errcode: number
  errmsg: string
}

const refuse = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })

export interface MadeCode {
  appid: string
  page: string
  scene: string
  version: string
}

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/
const MAX_SCENE = 32
const PAGE = /^[^/?#][^?#]*$/
const VERSIONS = ['release', 'trial', 'develop']
const FIELDS = [
  'scene',
  'page',
  'check_path',
  'env_version',
  'width',
  'auto_color',
  'line_color',
  'is_hyaline',
]

/** The documents give no error for a parameter that is none of these. */
const INVALID_ARGUMENTS = refuse(40097, 'invalid args')

/** The text of a simulated code: real ones are round, and only WeChat reads them. */
export const codeText = ({ appid, page, scene, version }: MadeCode): string =>
  `wxcode:${appid}/${page}?scene=${scene}&version=${version}`

/**
 * Simulates `getwxacodeunlimit`, whose codes are QR codes here. Errors have status 200. Sources:
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode, and for 40129 and 40169
 * https://developers.weixin.qq.com/community/develop/doc/0004eec30f0d9831dad18b6c866400 and
 * https://developers.weixin.qq.com/community/develop/doc/000c0ed0b346a03be271ec3186b000
 */
export class CodeSimulator {
  readonly made: MadeCode[] = []
  /** Pages of the published release, which `check_path` asks for. */
  readonly published = new Set<string>()
  /** The requests that may still be made in this minute. */
  quota = Number.POSITIVE_INFINITY
  /** When set, every request is answered by it: an error, a file, or never (`mute`). */
  fault: Answer | Buffer | 'mute' | undefined
  /** The requests so far, with those that were refused. */
  requests = 0

  /** Answers with a picture, or with an error. */
  async make(appid: string, request: Record<string, unknown>): Promise<object> {
    this.requests++
    if (this.fault === 'mute') return new Promise(() => undefined)
    if (this.fault) return this.fault
    if (this.quota-- <= 0) return refuse(45009, 'reach max api minute quota limit')
    const problem = this.problemOf(request)
    if (problem) return problem
    const { scene, page, env_version: version = 'release', width = 430, is_hyaline: isClear } = request
    const code = { appid, page: String(page), scene: String(scene), version: String(version) }
    this.made.push(code)
    return draw(codeText(code), Number(width), isClear === true ? 'png' : 'jpeg')
  }

  private problemOf(request: Record<string, unknown>): Answer | undefined {
    const { scene, page, check_path: isChecked = true, env_version: version, width } = request
    if (typeof scene !== 'string' || scene === '' || scene.length > MAX_SCENE)
      return refuse(40169, 'invalid length for scene, or the data is not json string')
    if (!SCENE.test(scene)) return refuse(40129, 'invalid scene')
    if (typeof page !== 'string' || !PAGE.test(page)) return refuse(41030, 'invalid page')
    if (isChecked !== false && !this.published.has(page)) return refuse(41030, 'invalid page')
    const isSize = Number.isInteger(width) && Number(width) >= 280 && Number(width) <= 1280
    const isKnown = Object.keys(request).every((name) => FIELDS.includes(name))
    const isVersion = version === undefined || VERSIONS.includes(String(version))
    return (width === undefined || isSize) && isKnown && isVersion ? undefined : INVALID_ARGUMENTS
  }
}

async function draw(text: string, side: number, format: 'jpeg' | 'png'): Promise<Buffer> {
  const sharp = await loadSharp()
  return sharp(await renderQr(text, side))
    .toFormat(format)
    .toBuffer()
}
