import { ContentSimulator } from '../../../mock-server/wechat/content-simulator'
import { answerPushVerification, fileVerdictOf, readPush } from '../../../server/gateways/wechat-push'

/** The example of WeChat's documents: https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html */
const EXAMPLE = {
  keys: { token: 'AAAAA', aesKey: 'A'.repeat(43) },
  appid: 'wxba5fad812f8e6fb9',
  query: {
    ...{ timestamp: '1714112445', nonce: '415670741' },
    msg_signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
  },
  encrypted:
    '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=',
}
const body = JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: EXAMPLE.encrypted })

const KEYS = { token: 'token123', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' }
const APPID = 'wx0000000000000001'
const simulator = new ContentSimulator(
  () => 1_764_000_000_000,
  () => true,
)

const messageOf = (verdict: Parameters<ContentSimulator['verdictMessage']>[2]) =>
  simulator.verdictMessage({ appid: APPID, trace: 'trace-1' }, KEYS, verdict)

describe('readPush', () => {
  it('decrypts the example of the documents', () => {
    expect(readPush(EXAMPLE.keys, EXAMPLE.appid, EXAMPLE.query, body)).toMatchObject({
      ToUserName: 'gh_97417a04a28d',
      MsgType: 'event',
      Event: 'debug_demo',
      debug_str: 'hello world',
    })
  })

  it.each([
    ['another token', { ...EXAMPLE.keys, token: 'BBBBB' }, EXAMPLE.appid, EXAMPLE.query, body],
    ['another appid', EXAMPLE.keys, 'wx0000000000000009', EXAMPLE.query, body],
    ['another time', EXAMPLE.keys, EXAMPLE.appid, { ...EXAMPLE.query, timestamp: '1714112446' }, body],
    ['a changed text', EXAMPLE.keys, EXAMPLE.appid, EXAMPLE.query, body.replace('+qdx1', '+qdx2')],
    ['no signature', EXAMPLE.keys, EXAMPLE.appid, { timestamp: '1714112445', nonce: '415670741' }, body],
    ['XML', EXAMPLE.keys, EXAMPLE.appid, EXAMPLE.query, '<xml><Encrypt>1</Encrypt></xml>'],
    ['plain JSON', EXAMPLE.keys, EXAMPLE.appid, EXAMPLE.query, '{"Event":"wxa_media_check"}'],
  ])('rejects a message with %s as forged', (_, keys, appid, query, text) => {
    expect(() => readPush(keys, appid, query, text)).toThrow(expect.objectContaining({ kind: 'forged' }))
  })

  it('rejects a message that another key has encrypted, although the token has signed it', () => {
    const other = messageOf({ suggest: 'pass', label: 100 })
    const keys = { ...KEYS, aesKey: 'A'.repeat(43) }
    expect(() => readPush(keys, APPID, other.query, other.body)).toThrow(
      expect.objectContaining({ kind: 'forged' }),
    )
  })
})

describe('answerPushVerification', () => {
  const { query } = messageOf({ suggest: 'pass', label: 100 })

  it('answers the text that WeChat sends', () => {
    expect(answerPushVerification(KEYS, { ...query, echostr: '4375' })).toBe('4375')
  })

  it('rejects a request that another token has signed', () => {
    expect(() => answerPushVerification({ ...KEYS, token: 'other' }, { ...query, echostr: '4375' })).toThrow(
      expect.objectContaining({ kind: 'forged' }),
    )
  })
})

describe('fileVerdictOf', () => {
  const read = (verdict: Parameters<typeof messageOf>[0]) => {
    const message = messageOf(verdict)
    return fileVerdictOf(readPush(KEYS, APPID, message.query, message.body))
  }

  it('reads the verdict of a file, whose label is a text', () => {
    expect(read({ suggest: 'risky', label: 20002 })).toEqual({
      ...{ trace: 'trace-1', result: { verdict: 'risky', label: '20002' } },
    })
  })

  it.each([-1008, 4294966288])('reads no verdict from a check that failed with %d', (errcode) => {
    expect(read({ suggest: 'pass', label: 100, errcode })).toEqual({ trace: 'trace-1' })
  })

  it('ignores messages about something else', () => {
    expect(fileVerdictOf({ MsgType: 'event', Event: 'user_enter_tempsession' })).toBeUndefined()
  })
})
