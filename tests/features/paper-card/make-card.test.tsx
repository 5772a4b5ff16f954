import { act, fireEvent, render, screen } from '@testing-library/react'
import type { PaperCard } from '@/contract/shop/paper-cards'
import { cardPictures } from '@/domain/shop/paper-card'
import { cardArtUri } from '@/features/paper-card/card-art'
import { MakeCardScreen } from '@/features/paper-card/make-card-screen'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'
import { SHOP_ID, sampleHelp } from '../handover/sample-help'

const mockPrint = jest.fn()
jest.mock('@/platform/device/print', () => ({ printPage: () => mockPrint() }))
jest.mock('@/platform/media/card', () => ({
  openCard: async () => ({
    pen: new Proxy({}, { get: () => () => ({ width: 10 }), set: () => true }),
    finish: async () => 'data:card',
  }),
  saveCard: async () => true,
}))

let card: PaperCard | undefined
let help: object | undefined
let made: Answer | null
let left: Answer
const server = ({ method, path }: Request): Answer | null => {
  if (method === 'PUT') return made
  if (method === 'DELETE' && path.endsWith('/owners/me')) return left
  if (method === 'DELETE') {
    card = undefined
    return ok({ ended: true })
  }
  if (path.endsWith('/paper-card')) return ok(card ? { card } : {})
  return ok({ shop: { name: '核桃小店' }, look: {}, ...(help ? { help } : {}) })
}

const open = () => act(async () => void render(<MakeCardScreen shopId={SHOP_ID} />))
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
async function choose(...names: string[]) {
  for (const name of names) await press(name)
}
const sent = (method: string) => fakeTaro.requests.filter((request) => request.method === method)

const MADE: PaperCard = { id: SHOP_ID, createdAt: Date.UTC(2026, 10, 20) }

beforeEach(() => {
  fakeTaro.reset()
  fakeTaro.answerSignedIn(server)
  mockPrint.mockReset()
  card = undefined
  help = undefined
  made = ok({ code: 'ABCDEFGHJKMNPQRSTVWX' })
  left = ok({ ended: true })
})

describe('cardPictures', () => {
  it('consists of 24 different drawings', () => {
    expect(new Set(cardPictures.map(cardArtUri)).size).toBe(cardPictures.length)
    expect(cardPictures).toHaveLength(24)
  })
})

describe('MakeCardScreen', () => {
  it('makes a card of pictures that were chosen twice in the same order', async () => {
    await open()
    await choose('鱼', '太阳', '鱼', '牛')
    await press('退一张')
    await choose('钥匙')
    await press('再点一遍，看记住没有')
    await choose('鱼', '太阳', '鱼', '钥匙')
    await press('做好这张卡')
    expect(sent('PUT')[0]?.body).toEqual({ pictures: ['fish', 'sun', 'fish', 'key'] })
    expect(screen.getByText('纸卡做好了')).toBeInTheDocument()
    await press('打印')
    expect(mockPrint).toHaveBeenCalledTimes(1)
    await press('存成图片')
    expect(screen.getByText('存到手机了')).toBeInTheDocument()
  })

  it('makes no card when the pictures are repeated in another order', async () => {
    await open()
    await choose('鱼', '太阳', '鱼', '牛')
    await press('再点一遍，看记住没有')
    await choose('鱼', '太阳', '牛', '鱼')
    expect(screen.getByText(/跟刚才的不一样/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '做好这张卡' })).toHaveAttribute('aria-disabled', 'true')
    await press('重挑四张')
    expect(screen.getByText('还差 4 张')).toBeInTheDocument()
  })

  it('asks a helper to pass the phone to the owner, and covers the pictures before it is passed back', async () => {
    help = sampleHelp()
    await open()
    expect(screen.queryByRole('button', { name: '鱼' })).toBeNull()
    await press('我是本人，没人在看')
    await choose('鱼', '太阳', '鱼', '牛')
    expect(screen.getByRole('img', { name: '第 1 张：鱼' })).toBeInTheDocument()
    await press('再点一遍，看记住没有')
    await choose('鱼', '太阳', '鱼')
    expect(screen.getByRole('img', { name: '第 1 张：鱼' })).toBeInTheDocument()
    await choose('牛')
    expect(screen.getAllByRole('img', { name: /选好了/ })).toHaveLength(4)
    expect(screen.queryByRole('img', { name: /鱼|太阳|牛/ })).toBeNull()
    // they do not come back one by one
    await press('重新点')
    expect(screen.getByText('还差 4 张')).toBeInTheDocument()
  })

  it('repeats a lost request under the same id, so that no second card is made', async () => {
    made = null
    await open()
    await choose('鱼', '太阳', '鱼', '牛')
    await press('再点一遍，看记住没有')
    await choose('鱼', '太阳', '鱼', '牛')
    await press('做好这张卡')
    expect(screen.getByRole('alert')).toHaveTextContent('没连上')
    made = ok({ code: 'ABCDEFGHJKMNPQRSTVWX' })
    await press('做好这张卡')
    expect(new Set(sent('PUT').map(({ path }) => path)).size).toBe(1)
    expect(screen.getByText('纸卡做好了')).toBeInTheDocument()
  })

  it('ends a card at once while a person requests the shop with it', async () => {
    card = { ...MADE, dueAt: Date.now() + 3_600_000 }
    await open()
    expect(screen.getByText(/有人拿这张卡来取店/)).toBeInTheDocument()
    await press('停掉这张卡')
    expect(sent('DELETE')).toHaveLength(1)
    expect(screen.getByText('请本人挑四张图，按顺序记牢')).toBeInTheDocument()
  })

  it('asks for confirmation before it ends any other card', async () => {
    card = MADE
    await open()
    await press('停掉这张卡')
    await press('先留着')
    expect(sent('DELETE')).toHaveLength(0)
  })

  it('returns the shop to its card unless orders are open', async () => {
    card = MADE
    left = { status: 409, body: { code: 'not-allowed-now', status: 409 } }
    await open()
    await press('用完了，把店放回卡里')
    await press('放回去')
    expect(screen.getByRole('alert')).toHaveTextContent('还有单没办完')
    left = ok({ ended: true })
    await press('用完了，把店放回卡里')
    await press('放回去')
    expect(fakeTaro.navigations).toEqual([{ by: 'reLaunch', url: '/pages/home/index' }])
  })

  it('lets a helper replace the card, but not end it or remove the shop from a phone', async () => {
    card = MADE
    help = sampleHelp()
    await open()
    expect(screen.queryByRole('button', { name: '停掉这张卡' })).toBeNull()
    expect(screen.queryByRole('button', { name: '用完了，把店放回卡里' })).toBeNull()
    await press('换一张新卡')
    await press('我是本人，没人在看')
    expect(screen.getByText('请本人挑四张图，按顺序记牢')).toBeInTheDocument()
  })
})
