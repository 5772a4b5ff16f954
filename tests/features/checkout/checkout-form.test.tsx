import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { addDays, dayOf } from '@/domain/day'
import { MAX_LINES } from '@/domain/order/order'
import { useCarts } from '@/features/cart/cart-store'
import { useReceiver } from '@/features/checkout/receiver/receiver-store'
import Checkout from '@/pages/orders/checkout'
import { fakeTaro } from '../../support/components/taro'
import { nuts, problem, shopId, skuOf, storefront } from '../storefront/sample-shop'
import {
  item,
  openAndSubmit,
  resetCheckout,
  sentOrders,
  server,
  submit,
  submitAndWait,
} from './checkout-setup'

beforeEach(resetCheckout)

describe('CheckoutForm', () => {
  it('sends nothing while a field is missing and shows each error', async () => {
    useReceiver.setState({ receiver: { name: '', phone: '123', address: '' } })
    await openAndSubmit()
    expect(await screen.findByText('请填姓名')).toBeInTheDocument()
    expect(screen.getByText('电话要 11 位手机号，或者带区号的座机')).toBeInTheDocument()
    expect(screen.getByText('地址要写到村或门牌，好找到您')).toBeInTheDocument()
    expect(sentOrders()).toEqual([])
  })

  it('leads to the orders of the buyer', async () => {
    render(<Checkout />)
    await userEvent.click(await screen.findByRole('button', { name: '我的订单' }))
    expect(fakeTaro.navigations.at(-1)?.url).toBe('/pages/orders/mine')
  })

  it('says that all is filled in only when it is, and names what is missing', async () => {
    useReceiver.setState({ receiver: { name: '', phone: '', address: '' } })
    render(<Checkout />)
    const box = await screen.findByLabelText('粘贴姓名电话地址，自动填好')
    await userEvent.click(box)
    await userEvent.paste('王某某 13900001234')
    expect(screen.getByText('还差地址，请在下面补上')).toBeInTheDocument()
    expect(screen.queryByText('填好了，请看一眼对不对')).toBeNull()
    await userEvent.type(screen.getByLabelText('地址'), '成县沙坝镇下街18号')
    expect(screen.getByText('填好了，请看一眼对不对')).toBeInTheDocument()
  })

  it('fills name, phone and address from one paste and restores them the next time', async () => {
    useReceiver.setState({ receiver: { name: '', phone: '', address: '' } })
    const { unmount } = render(<Checkout />)
    await userEvent.click(await screen.findByLabelText('粘贴姓名电话地址，自动填好'))
    await userEvent.paste('王某某 13900001234 成县沙坝镇下街18号')
    expect(screen.getByLabelText('姓名')).toHaveValue('王某某')
    expect(screen.getByLabelText('电话')).toHaveValue('13900001234')
    expect(screen.getByLabelText('地址')).toHaveValue('成县沙坝镇下街18号')
    expect(screen.getByLabelText('粘贴姓名电话地址，自动填好')).toHaveValue(
      '王某某 13900001234 成县沙坝镇下街18号',
    )
    unmount()
    render(<Checkout />)
    expect(await screen.findByText('王某某 139****1234')).toBeInTheDocument()
  })

  describe('paste box', () => {
    const box = () => screen.findByLabelText('粘贴姓名电话地址，自动填好')
    const note = () => screen.getByLabelText('想说的话（不填也行）')
    beforeEach(() => useReceiver.setState({ receiver: { name: '', phone: '', address: '' } }))

    it('replaces the previous receiver on a second paste', async () => {
      render(<Checkout />)
      await userEvent.click(await box())
      await userEvent.paste('王某某 13900001234 成县沙坝镇下街18号')
      await userEvent.paste('13800005678 西和县石堡镇石堡村二社')
      expect(await box()).toHaveValue('13800005678 西和县石堡镇石堡村二社')
      expect(screen.getByLabelText('姓名')).toHaveValue('')
      expect(screen.getByLabelText('电话')).toHaveValue('13800005678')
      expect(screen.getByLabelText('地址')).toHaveValue('西和县石堡镇石堡村二社')
    })

    it('moves an extension, a second phone and remarks into the note', async () => {
      render(<Checkout />)
      await userEvent.click(await box())
      await userEvent.paste('收货人：某某某 0939-3210000-1234/13900001234 成县沙坝镇下街18号，下午在家')
      expect(screen.getByLabelText('地址')).toHaveValue('成县沙坝镇下街18号')
      expect(note()).toHaveValue('电话转1234，另一个电话13900001234，下午在家')
    })

    it('keeps a note that the buyer typed', async () => {
      render(<Checkout />)
      await box()
      await userEvent.type(note(), '要脆一点的')
      await userEvent.click(await box())
      await userEvent.paste('某某某 13900001234 成县沙坝镇下街18号，下午在家')
      expect(note()).toHaveValue('要脆一点的')
    })
  })

  const long = `成县沙坝镇下街${'很长的地址'.repeat(30)}18号`
  const tooLong = (what: string, most: number, now: number) =>
    `${what}太长了：最多 ${most} 个字，现在有 ${now} 个，请删短一点`

  it('keeps a pasted address that is too long, reports it and does not send it', async () => {
    useReceiver.setState({ receiver: { name: '', phone: '', address: '' } })
    render(<Checkout />)
    await userEvent.click(await screen.findByLabelText('粘贴姓名电话地址，自动填好'))
    const pasted = `${long} 放门口 ${'请您到了以后先打电话。'.repeat(20)} 王某某 13900001234`
    await userEvent.paste(pasted)
    const field = screen.getByLabelText('地址')
    const { value } = field as HTMLTextAreaElement
    expect(screen.getByLabelText('粘贴姓名电话地址，自动填好')).toHaveValue(pasted)
    expect(value).toBe(pasted.replace(' 王某某 13900001234', '').replace(/ /g, ''))
    expect(screen.getByLabelText('电话')).toHaveValue('13900001234')
    expect(field).toHaveAccessibleDescription(tooLong('地址', 120, value.length))
    await userEvent.click(await submit())
    expect(screen.queryByText('地址要写到村或门牌，好找到您')).toBeNull()
    expect(field).toHaveFocus()
    expect(sentOrders()).toEqual([])
    await userEvent.clear(field)
    await userEvent.type(field, '成县沙坝镇下街18号')
    await submitAndWait()
  })

  it.each([
    ['姓名', 20, '王'.repeat(25)],
    ['地址', 120, long],
    ['想说的话（不填也行）', 200, '到了先打电话。'.repeat(40)],
  ])('keeps a text that is too long and reports it: %s', async (label, most, text) => {
    render(<Checkout />)
    const change = screen.queryByRole('button', { name: /改一改/ })
    if (change) await userEvent.click(change)
    const field = await screen.findByLabelText(label)
    await userEvent.clear(field)
    await userEvent.click(field)
    await userEvent.paste(text)
    expect(field).toHaveValue(text)
    const what = label.replace(/（.*/, '')
    expect(field).toHaveAccessibleDescription(tooLong(what, most, text.length))
    await userEvent.click(await submit())
    expect(field).toHaveFocus()
    expect(sentOrders()).toEqual([])
  })

  it('sends fields of the maximum length, counting an emoji as one character', async () => {
    const address = '成县🏠'.repeat(40)
    const note = '🙂'.repeat(200)
    useReceiver.setState({ receiver: { name: '王'.repeat(20), phone: '13900001234', address } })
    render(<Checkout />)
    await userEvent.click(await screen.findByLabelText('想说的话（不填也行）'))
    await userEvent.paste(note)
    await submitAndWait()
    expect(sentOrders()[0]?.body).toMatchObject({ receiver: { address }, note })
  })

  it('sends a long pasted phone whole', async () => {
    useReceiver.setState({ receiver: { name: '王某某', phone: '', address: '成县沙坝镇下街18号' } })
    render(<Checkout />)
    await userEvent.click(await screen.findByLabelText('电话'))
    await userEvent.paste('( 0939 ) 3 2 1 0 0 0 0 1')
    await submitAndWait()
    expect(sentOrders()[0]?.body).toMatchObject({ receiver: { phone: '093932100001' } })
  })

  it('ignores an address that is too long when the order is picked up', async () => {
    useReceiver.setState({ receiver: { name: '', phone: '13900001234', address: long } })
    render(<Checkout />)
    await userEvent.click(await screen.findByRole('radio', { name: '自提' }))
    await submitAndWait()
  })

  it('needs only a phone for pickup, charges no freight and offers payment on pickup', async () => {
    useReceiver.setState({ receiver: { name: '', phone: '13900001234', address: '' } })
    render(<Checkout />)
    await userEvent.click(await screen.findByRole('radio', { name: '自提' }))
    expect(screen.getByText('沙坝镇服务站')).toBeInTheDocument()
    expect(screen.getByText('现在不用付钱，来拿的时候再付')).toBeInTheDocument()
    await submitAndWait()
    expect(sentOrders()[0]?.body).toMatchObject({
      fulfilment: { kind: 'pickup' },
      receiver: { name: '', phone: '13900001234' },
      payment: { method: 'on-pickup' },
      seenTotal: 5000,
    })
  })

  it('reports that the shop no longer offers the chosen way of delivery', async () => {
    server.onPut = () => {
      server.shown = storefront({ fulfilments: ['pickup'] })
      return problem(400, 'bad-input', { fields: [{ path: '/fulfilment/kind', message: 'is not offered' }] })
    }
    await openAndSubmit()
    expect(await screen.findByText('店家不这样送了，请看看换成下面这样行不行。')).toBeInTheDocument()
  })

  it('reports too many kinds of goods in an order before it is sent', async () => {
    const many = Array.from({ length: MAX_LINES + 1 }, (_, at) => {
      const two = String(at).padStart(2, '0')
      const skuId = `01HZZZZZZZZZZZZZZZZZZZZT${two}`
      return { ...nuts, id: `01HZZZZZZZZZZZZZZZZZZZZU${two}`, skus: [{ id: skuId, price: 100, stock: 9 }] }
    })
    server.shown = storefront({}, many)
    const items = many.map(({ id, skus }) => ({
      ...{ ...item, productId: id, price: 100, quantity: 1 },
      skuId: skus[0]?.id ?? '',
    }))
    useCarts.setState({ carts: { [shopId]: items } })
    await openAndSubmit()
    expect(await screen.findByText(/一单最多 50 样/)).toBeInTheDocument()
    expect(sentOrders()).toEqual([])
  })

  it('requires a day for each on-site line and sends it', async () => {
    server.shown = storefront({ fulfilments: ['on-site'], payments: ['on-pickup'] })
    useCarts.setState({
      carts: {
        [shopId]: [
          { ...item, date: '2099-05-01' },
          { ...item, quantity: 1 },
        ],
      },
    })
    await openAndSubmit()
    expect(await screen.findByText('请选哪天来')).toBeInTheDocument()
    expect(sentOrders()).toEqual([])
    await userEvent.click(screen.getByRole('radio', { name: /明天/ }))
    await submitAndWait()
    expect(sentOrders()[0]?.body).toMatchObject({
      lines: [
        { skuId: skuOf(1), quantity: 2, date: '2099-05-01' },
        { skuId: skuOf(1), quantity: 1, date: addDays(dayOf(Date.now()), 1) },
      ],
    })
  })

  it('explains an empty cart, a closed shop and a missing shop', async () => {
    useCarts.setState({ carts: {} })
    const empty = render(<Checkout />)
    expect(await screen.findByText('还没选东西')).toBeInTheDocument()
    empty.unmount()
    server.shown = storefront({ closedUntil: '2099-01-02' })
    const closed = render(<Checkout />)
    expect(await screen.findByText('店里歇几天')).toBeInTheDocument()
    closed.unmount()
    fakeTaro.answer(() => problem(404, 'not-found'))
    render(<Checkout />)
    expect(await screen.findByText('这家店找不到了')).toBeInTheDocument()
  })
})
