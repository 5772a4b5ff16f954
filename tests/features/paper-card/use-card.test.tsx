import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { UseCardScreen } from '@/features/paper-card/use-card-screen'
import type { ScanResult } from '@/platform/device/device-types'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'
import { SHOP_ID } from '../handover/sample-help'

let mockScanned: ScanResult = { kind: 'none' }
jest.mock('@/platform/device/scan', () => ({ canScanLive: true, scanCode: async () => mockScanned }))

const CODE = 'ABCDEFGHJKMNPQRSTVWX'
const NOW = 1_800_000_000_000
const card = (changes: object = {}): Answer =>
  ok({ shopName: '核桃小店', state: 'ready', now: NOW, ...changes })

let read: Answer | null
let judged: Answer | null
let redeemed: Answer | null
const server = ({ path }: Request): Answer | null => {
  if (path === '/api/paper-cards/read') return read
  return path === '/api/paper-cards/answers' ? judged : redeemed
}

const KeyRow = ({ initialKey }: { initialKey?: string | undefined }) => <span>{`key ${initialKey}`}</span>
const open = (firstCode: string | null = null) =>
  act(async () => void render(<UseCardScreen firstCode={firstCode} KeyRow={KeyRow} />))
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
async function answer(...names: string[]) {
  await press('我是本人，没人在看')
  for (const name of names) await press(name)
  await press('点好了')
}
const sent = (path: string) => fakeTaro.requests.filter((request) => request.path === path)
const wait = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
const refused = (code: string, current?: object): Answer => ({
  status: 403,
  body: { code, status: 403, ...(current ? { current } : {}) },
})

beforeEach(() => {
  jest.useFakeTimers()
  fakeTaro.reset()
  fakeTaro.answerSignedIn(server)
  read = card()
  judged = card({ state: 'waiting', until: NOW + 600_000 })
  redeemed = ok({ shopId: SHOP_ID, slug: 'abc123', name: '核桃小店', key: 'ABCD' })
  mockScanned = { kind: 'none' }
})

describe('UseCardScreen', () => {
  it('takes over the shop after the pictures and the wait, and offers a new card', async () => {
    await open(CODE)
    expect(screen.getByText('「核桃小店」的纸卡')).toBeInTheDocument()
    await answer('鱼', '太阳', '鱼', '钥匙')
    expect(sent('/api/paper-cards/answers')[0]?.body).toEqual({
      code: CODE,
      pictures: ['fish', 'sun', 'fish', 'key'],
    })
    expect(screen.getByText('还要等 10 分钟')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '把店取出来' })).toBeNull()
    // asked again every minute, until the server says that the wait is over
    const begun = Date.now()
    fakeTaro.answerSignedIn((request) =>
      request.path === '/api/paper-cards/read'
        ? card({ state: 'waiting', until: NOW + 600_000, now: NOW + Date.now() - begun })
        : server(request),
    )
    await wait(600_000)
    await press('把店取出来')
    expect(screen.getByText('key ABCD')).toBeInTheDocument()
    await press('做一张新卡')
    expect(fakeTaro.navigations[0]?.url).toBe(`/pages/handover/make-card?shop=${SHOP_ID}`)
  })

  it('shows no pictures before the owner holds the phone, and none that were chosen once all are', async () => {
    await open(CODE)
    expect(screen.queryByRole('button', { name: '鱼' })).toBeNull()
    expect(screen.getByText('图只给本人看')).toBeInTheDocument()
    await press('我是本人，没人在看')
    for (const name of ['鱼', '太阳', '鱼', '牛']) await press(name)
    expect(screen.getAllByRole('img', { name: /选好了/ })).toHaveLength(4)
    await press('重新点')
    expect(screen.getByText('还差 4 张')).toBeInTheDocument()
  })

  it('continues the wait when the page is opened again', async () => {
    await open(CODE)
    await answer('鱼', '太阳', '鱼', '钥匙')
    cleanup()
    read = card({ state: 'due', until: NOW })
    await open()
    expect(screen.getByRole('button', { name: '把店取出来' })).toBeInTheDocument()
    await press('把店取出来')
    cleanup()
    await open()
    expect(screen.getByRole('button', { name: '扫纸卡' })).toBeInTheDocument()
  })

  it('shows how many attempts remain and clears the wrong pictures', async () => {
    judged = refused('card-wrong', { tries: 3 })
    await open(CODE)
    await answer('鱼', '太阳', '鱼', '牛')
    expect(screen.getByRole('alert')).toHaveTextContent('还能试 3 次')
    expect(screen.getByText('还差 4 张')).toBeInTheDocument()
  })

  it('says until when a card is locked', async () => {
    judged = refused('card-locked', { until: NOW + 86_400_000 })
    await open(CODE)
    await answer('鱼', '太阳', '鱼', '牛')
    expect(screen.getByText('这张卡歇一天')).toBeInTheDocument()
    cleanup()
    read = card({ state: 'locked', until: NOW + 86_400_000 })
    await open(CODE)
    expect(screen.getByText('这张卡歇一天')).toBeInTheDocument()
  })

  it('reports a card that can no longer be used, also during the wait', async () => {
    read = card({ state: 'waiting', until: NOW + 600_000 })
    await open(CODE)
    expect(screen.getByText('还要等 10 分钟')).toBeInTheDocument()
    read = refused('card-used')
    await wait(61_000)
    expect(screen.getByText('这张卡不能用了')).toBeInTheDocument()
    await press('换一张卡')
    expect(screen.getByRole('button', { name: '扫纸卡' })).toBeInTheDocument()
  })

  it('accepts only the code of a paper card from a scan', async () => {
    await open()
    mockScanned = { kind: 'read', text: `https://shop.example/take-over#${CODE}` }
    await press('扫纸卡')
    expect(screen.getByRole('alert')).toHaveTextContent('没有纸卡的码')
    mockScanned = { kind: 'read', text: `https://shop.example/paper-card#${CODE}` }
    await press('扫纸卡')
    expect(sent('/api/paper-cards/read')[0]?.body).toEqual({ code: CODE })
  })

  it('keeps the chosen pictures when the network is gone', async () => {
    judged = null
    await open(CODE)
    await answer('鱼', '太阳', '鱼', '钥匙')
    expect(screen.getByRole('alert')).toHaveTextContent('没连上')
    judged = card({ state: 'waiting', until: NOW + 600_000 })
    await press('点好了')
    expect(screen.getByText('图点对了，请等一等')).toBeInTheDocument()
  })

  it('reports that the phone already has the shop', async () => {
    judged = { status: 409, body: { code: 'not-allowed-now', status: 409 } }
    await open(CODE)
    await answer('鱼', '太阳', '鱼', '钥匙')
    expect(screen.getByRole('alert')).toHaveTextContent('这部手机上已经有这家店了')
  })
})
