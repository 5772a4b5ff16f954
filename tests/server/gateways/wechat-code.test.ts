import sharp from 'sharp'
import { pages } from '@/routes'
import { codeText } from '../../../mock-server/wechat/code-simulator'
import { startWechatSimulator, type WechatSimulator } from '../../../mock-server/wechat/simulator'
import { createWechatGateway } from '../../../server/gateways/wechat'
import { perTest } from '../../support/per-test'
import { readQr } from '../../support/read-qr'
import { type Exchange, startCapture } from './fields/capture'
import { anything, type Field, findErrors, flag, integer, may, must, text } from './fields/field-table'

const APP = { appid: 'wxplatform0001', secret: 'a secret of tests' }
const target = { page: pages.shop, scene: 'abcd1234' }

const wechat = perTest<WechatSimulator>(() => startWechatSimulator([APP]), 'close')

const codes = (baseUrl = wechat.origin) => {
  const gateway = createWechatGateway({ miniPrograms: [APP], baseUrl, openUrl: baseUrl }, Date.now)
  if (!gateway.codes) throw new Error('codes are made')
  return gateway.codes
}

/** Returns what `work` sends to the API of codes. */
async function requestsOf(work: () => Promise<unknown>): Promise<Exchange[]> {
  const capture = startCapture()
  await work().finally(() => capture.stop())
  return capture.exchanges.filter(({ url }) => url.pathname === '/wxa/getwxacodeunlimit')
}

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode */
const REQUEST: Field[] = [
  text('scene', must, { max: 32, pattern: /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/ }),
  text('page', may, { pattern: /^[^/?#][^?#]*$/ }),
  flag('check_path', may),
  text('env_version', may, { values: ['release', 'trial', 'develop'] }),
  integer('width', may, { min: 280, max: 1280 }),
  flag('auto_color', may),
  anything('line_color', may),
  flag('is_hyaline', may),
]

describe('WechatCodes', () => {
  it('makes the code of a page and a scene', async () => {
    const picture = await codes().make(target)
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 528, height: 528 })
    const made = { appid: APP.appid, ...target, version: 'release' }
    expect(await readQr(picture)).toBe(codeText(made))
    expect(wechat.sceneCodes.made).toEqual([made])
  })

  it('sends what the document lists, and has a page that is not released yet not checked', async () => {
    const [sent] = await requestsOf(() => codes().make(target))
    const body = JSON.parse(String(sent?.body))
    expect(findErrors(body, REQUEST, 'platform')).toEqual([])
    expect(body).toMatchObject({ ...target, check_path: false, env_version: 'release' })
    expect([sent?.method, [...(sent?.url.searchParams.keys() ?? [])]]).toEqual(['POST', ['access_token']])
  })

  it('takes a PNG, too', async () => {
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#ffffff' } })
      .png()
      .toBuffer()
    wechat.sceneCodes.fault = png
    expect(await codes().make(target)).toEqual(png)
  })

  it('renews a token that has ended', async () => {
    const maker = codes()
    await maker.make(target)
    wechat.shipping.endTokens()
    expect(await readQr(await maker.make(target))).toContain('scene=abcd1234')
  })

  it.each([
    ['a page that is not there', 41030, 'invalid page'],
    ['too many requests', 45009, 'reach max api minute quota limit'],
    ['a token that stays invalid', 40001, 'invalid credential, access_token is invalid'],
    ['a mini-program without the right', 48001, 'api unauthorized'],
    ['a busy service', -1, 'system error'],
  ])('rejects %s, which WeChat answers in JSON with status 200', async (_, errcode, errmsg) => {
    wechat.sceneCodes.fault = { errcode, errmsg }
    await expect(codes().make(target)).rejects.toMatchObject({ kind: 'rejected', code: String(errcode) })
  })

  it.each([
    ['a scene of 33 characters', { scene: 'a'.repeat(33) }, '40169'],
    ['a scene with a percent sign', { scene: 'a%20b' }, '40129'],
    ['a page with parameters', { page: `${pages.shop}?slug=abcd1234` }, '41030'],
  ])('rejects %s', async (_, wrong, code) => {
    await expect(codes().make({ ...target, ...wrong })).rejects.toMatchObject({ kind: 'rejected', code })
  })

  it('rejects a wrong secret', async () => {
    const miniPrograms = [{ ...APP, secret: 'another secret' }] as const
    const { origin: baseUrl } = wechat
    const gateway = createWechatGateway({ miniPrograms, baseUrl, openUrl: baseUrl }, Date.now)
    await expect(gateway.codes?.make(target)).rejects.toMatchObject({ kind: 'rejected', code: '40125' })
  })

  it.each([
    ['a page of a proxy', Buffer.from('<html>502 Bad Gateway</html>')],
    ['a picture of another format', Buffer.from('GIF89a')],
    ['nothing', Buffer.alloc(0)],
  ])('is unavailable when the answer is %s', async (_, answer) => {
    wechat.sceneCodes.fault = answer
    await expect(codes().make(target)).rejects.toMatchObject({ kind: 'unavailable', code: 'NO_PICTURE' })
  })

  it('is unavailable when the answer is JSON that breaks off', async () => {
    wechat.sceneCodes.fault = Buffer.from('{"errcode":4')
    await expect(codes().make(target)).rejects.toMatchObject({ kind: 'unavailable', code: 'NO_ANSWER' })
  })

  it('is unavailable when nothing answers', async () => {
    await expect(codes('http://127.0.0.1:9').make(target)).rejects.toMatchObject({
      ...{ kind: 'unavailable', code: 'NO_ANSWER' },
    })
  })

  it('gives up an answer that does not come', async () => {
    wechat.sceneCodes.fault = 'mute'
    const { timeout } = AbortSignal
    const spy = jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout.call(AbortSignal, 200))
    await expect(codes().make(target)).rejects.toMatchObject({ kind: 'unavailable', code: 'NO_ANSWER' })
    spy.mockRestore()
    expect(wechat.sceneCodes.requests).toBe(1)
  })
})

describe('CodeSimulator', () => {
  it('asks for a released page unless check_path is false', async () => {
    const request = { scene: 'abcd1234', page: pages.shop, env_version: 'release' }
    expect(await wechat.sceneCodes.make(APP.appid, request)).toMatchObject({ errcode: 41030 })
    wechat.sceneCodes.published.add(pages.shop)
    expect(Buffer.isBuffer(await wechat.sceneCodes.make(APP.appid, request))).toBe(true)
  })

  it.each([
    ['a width below 280', { width: 100 }],
    ['an unknown version', { env_version: 'beta' }],
    ['an unknown parameter', { path: pages.shop }],
  ])('rejects %s', async (_, wrong) => {
    const request = { scene: 'abcd1234', page: pages.shop, check_path: false, ...wrong }
    expect(await wechat.sceneCodes.make(APP.appid, request)).toMatchObject({ errcode: 40097 })
  })

  it('refuses above its quota', async () => {
    wechat.sceneCodes.quota = 1
    await codes().make(target)
    await expect(codes().make(target)).rejects.toMatchObject({ code: '45009' })
  })
})
