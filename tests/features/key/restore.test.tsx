import { act, fireEvent, render, screen } from '@testing-library/react'
import { RestoreForm } from '@/features/key/restore-form'
import type { ScanResult } from '@/platform/device/device-types'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'

const KEY = 'ABCD-EFGH-JKMN-PQRS-TVWX'
const NEXT = '2222-3333-4444-5555-6666'
const restored = { shopId: '01J0000000000000000000000A', slug: 'abc123', name: '成县核桃小店', key: NEXT }

let mockScanned: ScanResult = { kind: 'none' }
jest.mock('@/platform/device/scan', () => ({ canScanLive: false, scanCode: async () => mockScanned }))
jest.mock('@/platform/media/card', () => ({
  openCard: async () => ({
    pen: new Proxy({}, { get: () => () => ({ width: 10 }), set: () => true }),
    finish: async () => 'data:card',
  }),
  saveCard: async () => true,
}))

const keyAnswer = (answer: Answer | null) => (request: Request) => {
  if (request.path !== '/api/sessions') return ok({ removed: 1 })
  if ((request.body as { provider: string }).provider === 'key') return answer
  return ok({ token: 't', accountId: 'a' })
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const sent = () => fakeTaro.requests.filter(({ body }) => (body as { provider?: string })?.provider === 'key')

beforeEach(() => {
  fakeTaro.reset()
  mockScanned = { kind: 'none' }
})

describe('RestoreForm', () => {
  it('sends a complete key and shows the new one to be saved', async () => {
    fakeTaro.answer(keyAnswer(ok({ token: 't', accountId: 'a', restored })))
    render(<RestoreForm />)
    fireEvent.input(screen.getByLabelText('钥匙'), { target: { value: 'abcd efgh jkmn' } })
    expect(screen.getByText('还差 8 位')).toBeInTheDocument()
    await press('找回小店')
    expect(sent()).toHaveLength(0)
    fireEvent.input(screen.getByLabelText('钥匙'), { target: { value: 'abcd efgh jkmn pqrs tvwx' } })
    await press('找回小店')
    expect(sent()[0]?.body).toEqual({ provider: 'key', key: KEY })
    expect(screen.getByText('小店找回来了')).toBeInTheDocument()
    await press('看一眼')
    expect(screen.getByText('2222-3333-4444')).toBeInTheDocument()
    await press('存钥匙')
    expect(screen.getByText(/存到手机了/)).toBeInTheDocument()
  })

  it('removes other owners when the old phone is lost, then opens the shop', async () => {
    fakeTaro.answer(keyAnswer(ok({ token: 't', accountId: 'a', restored })))
    render(<RestoreForm firstKey={KEY} />)
    await press('找回小店')
    await press('丢了')
    const last = fakeTaro.requests[fakeTaro.requests.length - 1]
    expect(last).toMatchObject({ method: 'DELETE', path: `/api/shops/${restored.shopId}/other-owners` })
    expect(screen.getByText('好了，旧手机再也打不开您的店，用它做的纸卡也不能用了。')).toBeInTheDocument()
    await press('去我的小店')
    expect(fakeTaro.navigations).toEqual([
      { by: 'reLaunch', url: `/pages/merchant/shop?shop=${restored.shopId}` },
    ])
  })

  it('removes no owner when the old phone is still there', async () => {
    fakeTaro.answer(keyAnswer(ok({ token: 't', accountId: 'a', restored })))
    render(<RestoreForm firstKey={KEY} />)
    await press('找回小店')
    await press('在')
    expect(fakeTaro.requests.some(({ method }) => method === 'DELETE')).toBe(false)
  })

  it.each([
    ['key-wrong', 403, '这把钥匙不对，请再看一遍。'],
    ['key-used', 403, '这把钥匙用过了，请用最新的那一把。'],
    ['too-many', 429, '填错好多回了，请照着钥匙图一个一个对。还是不对，就 1 分钟以后再来。'],
  ])('explains the error %s', async (code, status, words) => {
    fakeTaro.answer(keyAnswer({ status, body: { code, status } }))
    render(<RestoreForm firstKey={KEY} />)
    await press('找回小店')
    expect(screen.getByRole('alert')).toHaveTextContent(words)
    expect(screen.getByLabelText('钥匙')).toHaveValue(KEY)
  })

  it('reads a key from a picture and reports a picture without one', async () => {
    render(<RestoreForm />)
    await press('从相册选钥匙图片')
    expect(screen.getByRole('alert')).toHaveTextContent('没认出钥匙')
    mockScanned = { kind: 'cancelled' }
    await press('从相册选钥匙图片')
    expect(screen.queryByRole('alert')).toBeNull()
    mockScanned = { kind: 'unable' }
    await press('从相册选钥匙图片')
    expect(screen.getByRole('alert')).toHaveTextContent('网络不好')
    mockScanned = { kind: 'read', text: `http://127.0.0.1:4180/key#${KEY}` }
    await press('从相册选钥匙图片')
    expect(screen.getByLabelText('钥匙')).toHaveValue(KEY)
  })
})
