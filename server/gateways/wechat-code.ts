import { GatewayError } from './payment-gateway'
import { refusalOf, type WechatClient } from './wechat-client'

/** What a code opens: a page of the mini-program, which reads the scene. */
export interface CodeTarget {
  /** Without a slash before it and without parameters. */
  page: string
  /** 1 to 32 characters, see `writeScene`. */
  scene: string
}

/** Codes of the installation's mini-program (小程序码), which never end. */
export interface WechatCodes {
  /**
   * Makes the code of a target, as a JPEG or PNG.
   * @throws GatewayError `rejected` when WeChat refuses it, `unavailable` when it gives no picture or does not answer.
   */
  make(target: CodeTarget): Promise<Buffer>
}

/** The side of a code in px: twice that of a code on a poster. WeChat allows 280 to 1280. */
export const CODE_SIDE = 528

/** Codes open the released mini-program, and not a trial. */
export const CODE_VERSION = 'release'

const JPEG = 'ffd8ff'
const PNG = '89504e470d0a1a0a'

/** True for a JPEG or PNG, recognized by its first bytes. */
function isPicture(bytes: Buffer): boolean {
  const start = bytes.toString('hex', 0, 8)
  return start.startsWith(JPEG) || start === PNG
}

/**
 * Creates the client. A page is not checked against the published release: a code is made once, and may be printed before its page is
 * released. WeChat answers errors as JSON with status 200.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode
 */
export const createWechatCodes = (client: WechatClient, appid: string): WechatCodes => ({
  async make({ page, scene }) {
    const request = { scene, page, check_path: false, env_version: CODE_VERSION, width: CODE_SIDE }
    const answer = await client.download(appid, '/wxa/getwxacodeunlimit', request)
    if (!Buffer.isBuffer(answer)) throw refusalOf(answer)
    if (!isPicture(answer)) throw new GatewayError('unavailable', 'NO_PICTURE', 'WeChat gave no picture')
    return answer
  },
})
