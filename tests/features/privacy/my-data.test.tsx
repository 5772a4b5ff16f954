import { act, fireEvent, render, screen } from '@testing-library/react'
import type { PersonalData } from '@/domain/shop/closing'
import { useReceiver } from '@/features/checkout/receiver/receiver-store'
import { useVisits } from '@/features/visited/visited-store'
import PrivacyPage from '@/pages/privacy/index'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'

const NONE: PersonalData = { orders: 0, claimable: 0, openOrders: [], shops: [], isStaff: false }

let data: PersonalData
let onDelete: () => Answer | null
const operator = { name: '示例服务社', contact: '19900000000' }
const server = ({ method, path }: Request) => {
  if (path === '/api/health') return ok({ ok: true, operator })
  return method === 'DELETE' ? onDelete() : ok(data)
}

const open = async () => {
  await act(async () => void render(<PrivacyPage />))
  await press('看看怎么删……')
}
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const deletions = () => fakeTaro.requests.filter(({ method }) => method === 'DELETE')

beforeEach(() => {
  fakeTaro.reset()
  fakeTaro.answerSignedIn(server)
  data = NONE
  onDelete = () => ok({ isAccountKept: false })
  useReceiver.setState({ receiver: { name: '收货人', phone: '13800000000', address: '一号' } })
  useVisits.setState({ visits: [{ slug: 'seen01', name: '果园', trade: 'fruit', at: 1 }] })
})

describe('privacy page', () => {
  it('names who runs the installation and how to reach them', async () => {
    render(<PrivacyPage />)
    expect(await screen.findByText(/^这里是示例服务社办的。.*：19900000000。$/)).toBeInTheDocument()
  })

  it('deletes the stored data of a person after one confirmation, also on this phone', async () => {
    data = { ...NONE, orders: 2, receiversUntil: Date.UTC(2099, 1, 1), recordsUntil: Date.UTC(2101, 10, 1) }
    fakeTaro.storage.set('anything', 'left')
    await open()
    expect(screen.getByText(/2 单完了的单，店家记账用.*2099年2月1日.*2101年11月1日/)).toBeInTheDocument()
    expect(deletions()).toHaveLength(0)
    await press('删掉')
    expect(screen.getByText('删掉了。')).toBeInTheDocument()
    expect(useReceiver.getState().receiver).toEqual({ name: '', phone: '', address: '' })
    expect(useVisits.getState().visits).toEqual([])
    expect(fakeTaro.storage.has('anything')).toBe(false)
  })

  it("keeps the storage of a seller's phone except the receiver, and says that the account remains", async () => {
    data = { ...NONE, shops: [{ id: 'shop', name: '核桃小店' }] }
    onDelete = () => ok({ isAccountKept: true })
    fakeTaro.storage.set('anything', 'left')
    await open()
    expect(screen.getByText(/您还有店（核桃小店），管店的账号留着/)).toBeInTheDocument()
    await press('删掉')
    expect(fakeTaro.storage.has('anything')).toBe(true)
    expect(useReceiver.getState().receiver.phone).toBe('')
  })

  it('lists open orders with links instead of offering the deletion', async () => {
    const order = { id: 'order', shopId: 'shop', shopName: '果园', number: 3, state: 'placed', total: 1 }
    data = { ...NONE, openOrders: [order] as PersonalData['openOrders'] }
    await open()
    expect(screen.queryByRole('button', { name: '删掉' })).toBeNull()
    await press('果园，第 3 单')
    expect(fakeTaro.navigations.at(-1)?.url).toBe('/pages/orders/order?shop=shop&order=order')
  })

  it("names another person's order that the user paid for, without a link", async () => {
    const order = { id: 'order', shopId: 'shop', shopName: '果园', number: 3, state: 'placed', total: 1 }
    data = { ...NONE, openOrders: [{ ...order, isOthers: true }] as PersonalData['openOrders'] }
    await open()
    expect(screen.getByText('果园，第 3 单，您替别人付的，等店家发货。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /果园/ })).toBeNull()
    expect(screen.queryByRole('button', { name: '删掉' })).toBeNull()
  })

  it('reports why nothing was deleted, and allows a retry', async () => {
    await open()
    onDelete = () => null
    await press('删掉')
    expect(await screen.findByText('没连上，看看手机有没有网，再试一次。')).toBeInTheDocument()
    expect(useVisits.getState().visits).toHaveLength(1)
  })
})
