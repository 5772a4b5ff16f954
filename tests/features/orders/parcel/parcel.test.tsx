import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@/domain/order/order'
import { BuyerOrder } from '@/features/orders/buyer/buyer-order'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import type { ScanResult } from '@/platform/device/device-types'
import { type Answer, fakeTaro, ok, type Request } from '../../../support/components/taro'
import { openMore, press, pressMore, shownRows } from '../order-page'
import { orderId, problem, shopId, view } from '../sample-orders'
import { sent } from './parcel-setup'

let mockScanned: ScanResult = { kind: 'none' }
jest.mock('@/platform/device/scan', () => ({ canScanLive: true, scanCode: async () => mockScanned }))

const WAYBILL = '78123456789012'
const OTHER = { carrier: 'OTHER', waybill: '13700001111' } as const
const named = { action: 'parcel', by: 'owner', at: Date.now(), note: WAYBILL } as const
const withParcel = (): Order => sent({ parcel: { carrier: 'ZTO', waybill: WAYBILL }, history: [named] })

let shown: Order
let role: 'owner' | 'buyer'
let isHeld: boolean
let onParcel: (request: Request) => Answer | null
const bodies = () => fakeTaro.requests.filter(({ path }) => path.endsWith('/parcel')).map(({ body }) => body)

beforeEach(() => {
  fakeTaro.reset()
  shown = sent()
  role = 'owner'
  isHeld = true
  onParcel = () => {
    shown = withParcel()
    return ok(shown)
  }
  fakeTaro.answerSignedIn((request) => {
    if (request.path.endsWith('/parcel')) return onParcel(request)
    return ok({ ...view(shown, role), ...(isHeld && role === 'owner' ? { isHeld } : {}) })
  })
})

const show = () => render(<SellerOrder shopId={shopId} orderId={orderId} />)

describe('parcel of an order', () => {
  it('is entered once by the seller from a typed or pasted waybill', async () => {
    show()
    expect(await screen.findByText('写上单号，买家能查到哪里了，微信也才把钱给您。')).toBeInTheDocument()
    await press('写快递单号')
    await userEvent.click(screen.getByRole('radio', { name: '中通' }))
    await userEvent.type(screen.getByLabelText('快递单号'), '7812 3456-789012')
    await userEvent.dblClick(screen.getByRole('button', { name: '写好了' }))
    expect(await screen.findByText(`中通 ${WAYBILL}`)).toBeInTheDocument()
    expect(bodies()).toEqual([{ carrier: 'ZTO', waybill: WAYBILL }])
  })

  it.each([
    [true, 1],
    [false, 0],
  ])('is still asked for when the buyer has the goods if WeChat holds the money: %s', async (held, times) => {
    shown = sent({ state: 'done' })
    isHeld = held
    show()
    await screen.findByRole('button', { name: '更多' })
    expect(screen.queryAllByText(/^写上单号/)).toHaveLength(times)
    expect(screen.queryAllByRole('button', { name: '写快递单号' })).toHaveLength(times)
  })

  it('is asked for at once when the seller has sent the order, which can wait', async () => {
    shown = sent({ state: 'accepted' })
    fakeTaro.answerSignedIn((request) => {
      if (request.path.endsWith('/steps')) shown = sent()
      return ok(request.path.endsWith('/steps') ? shown : view(shown, role))
    })
    show()
    await press('寄出了')
    expect(await screen.findByRole('dialog', { name: '用哪家快递寄的？' })).toBeInTheDocument()
    await press('等会儿写')
    expect(await screen.findByRole('button', { name: '写快递单号' })).toBeInTheDocument()
  })

  it('is not sent without a carrier or with an invalid waybill, which are named', async () => {
    show()
    await press('写快递单号')
    await userEvent.type(screen.getByLabelText('快递单号'), '单号')
    await press('写好了')
    expect(screen.getByText('选一家快递公司')).toBeInTheDocument()
    expect(screen.getByText('单号只有字母和数字，6 到 30 个')).toBeInTheDocument()
    expect(bodies()).toEqual([])
  })

  it('keeps the typed waybill when the network fails', async () => {
    onParcel = () => null
    show()
    await press('写快递单号')
    await userEvent.click(screen.getByRole('radio', { name: '顺丰' }))
    await userEvent.type(screen.getByLabelText('快递单号'), 'sf1234567890')
    await press('写好了')
    expect(await screen.findByRole('alert')).toBeInTheDocument()
    expect(screen.getByLabelText('快递单号')).toHaveValue('sf1234567890')
    expect(bodies()).toEqual([{ carrier: 'SF', waybill: 'SF1234567890' }])
  })

  it('is corrected by the seller up to four times', async () => {
    shown = withParcel()
    const { unmount } = show()
    await openMore()
    expect(shownRows()).toContain('单号写错了，改一下')
    unmount()
    shown = { ...withParcel(), history: [0, 1, 2, 3, 4].map((i) => ({ ...named, at: named.at + i })) }
    show()
    await openMore()
    expect(shownRows()).not.toContain('单号写错了，改一下')
  })

  it('is corrected without retyping the number when only the carrier was wrong', async () => {
    shown = withParcel()
    onParcel = () => ok({ ...shown, parcel: { carrier: 'YTO', waybill: WAYBILL } })
    show()
    await pressMore('单号写错了，改一下')
    expect(screen.getByLabelText('快递单号')).toHaveValue(WAYBILL)
    await userEvent.click(screen.getByRole('radio', { name: '圆通' }))
    await press('写好了')
    expect(await screen.findByText(`圆通 ${WAYBILL}`)).toBeInTheDocument()
    expect(bodies()).toEqual([{ carrier: 'YTO', waybill: WAYBILL }])
  })

  it('accepts a carrier that is not listed', async () => {
    isHeld = false
    onParcel = () => ok({ ...shown, parcel: OTHER })
    show()
    await press('写快递单号')
    expect(screen.queryByText('钱还在微信那里，微信只认这几家。')).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: '别的' }))
    await userEvent.type(screen.getByLabelText('快递单号'), '137 0000 1111')
    await press('写好了')
    expect(await screen.findByText(OTHER.waybill)).toBeInTheDocument()
    expect(bodies()).toEqual([OTHER])
  })

  it('accepts no unlisted carrier while WeChat holds the money', async () => {
    show()
    await press('写快递单号')
    expect(screen.getByText('钱还在微信那里，微信只认这几家。')).toBeInTheDocument()
    expect(screen.queryByRole('radio', { name: '别的' })).toBeNull()
  })

  it('has no site to open for an unlisted carrier', async () => {
    role = 'buyer'
    shown = sent({ parcel: OTHER })
    render(<BuyerOrder shopId={shopId} orderId={orderId} opensTill={false} />)
    expect(await screen.findByText(OTHER.waybill)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /^去.*查$/ })).toBeNull()
  })

  it('is not sent again without a change', async () => {
    shown = withParcel()
    show()
    await pressMore('单号写错了，改一下')
    await press('写好了')
    expect(screen.queryByLabelText('快递单号')).toBeNull()
    expect(screen.getByText(`中通 ${WAYBILL}`)).toBeInTheDocument()
    expect(bodies()).toEqual([])
  })

  it('reports an unread bar code, also beside an earlier number, until one is read or typed', async () => {
    shown = withParcel()
    show()
    await pressMore('单号写错了，改一下')
    const field = screen.getByLabelText('快递单号')
    const scan = async (scanned: ScanResult) => {
      mockScanned = scanned
      await press('扫快递单上的条形码')
    }
    await scan({ kind: 'none' })
    expect(await screen.findByRole('alert')).toHaveTextContent('没认出来，照着单子写吧。')
    expect(field).toHaveValue(WAYBILL)
    await userEvent.type(field, '3')
    expect(screen.queryByRole('alert')).toBeNull()
    await scan({ kind: 'unable' })
    expect(await screen.findByRole('alert')).toHaveTextContent('这会儿认不了，照着单子写吧。')
    await scan({ kind: 'cancelled' })
    expect(screen.getByRole('alert')).toBeInTheDocument()
    await scan({ kind: 'read', text: 'YT1234567890' })
    await waitFor(() => expect(field).toHaveValue('YT1234567890'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('shows the current order when the parcel can no longer be entered', async () => {
    onParcel = () => problem(409, 'not-allowed-now', sent({ state: 'cancelled' }))
    show()
    await press('写快递单号')
    await userEvent.click(screen.getByRole('radio', { name: '中通' }))
    await userEvent.type(screen.getByLabelText('快递单号'), WAYBILL)
    await press('写好了')
    expect(await screen.findByText(/^这一单取消了/)).toBeInTheDocument()
    expect(screen.getByText('这一单刚才变了，已经换成最新的。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '写快递单号' })).toBeNull()
  })

  it('is shown to the buyer, who can copy its number', async () => {
    role = 'buyer'
    shown = withParcel()
    const writeText = jest.fn().mockResolvedValue(undefined)
    Object.assign(navigator, { clipboard: { writeText } })
    render(<BuyerOrder shopId={shopId} orderId={orderId} opensTill={false} />)
    await press('复制单号')
    expect(writeText).toHaveBeenCalledWith(WAYBILL)
    await openMore()
    expect(shownRows()).not.toContain('单号写错了，改一下')
  })

  it('opens the site of its carrier in a tab of its own', async () => {
    role = 'buyer'
    shown = withParcel()
    const open = jest.spyOn(window, 'open').mockReturnValue(null)
    render(<BuyerOrder shopId={shopId} orderId={orderId} opensTill={false} />)
    await press('去中通查')
    expect(open).toHaveBeenCalledWith('https://www.zto.com/', '_blank', 'noopener')
    open.mockRestore()
  })

  it.each(['local', 'pickup', 'on-site'] as const)('is not offered for fulfilment %s', async (fulfilment) => {
    shown = sent({ fulfilment })
    show()
    await openMore()
    expect(shownRows()).not.toContain('写快递单号')
    expect(screen.queryByRole('button', { name: '写快递单号' })).toBeNull()
  })
})
