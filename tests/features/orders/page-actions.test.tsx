import { cleanup, render, screen } from '@testing-library/react'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Order } from '@/domain/order/order'
import { BuyerOrder } from '@/features/orders/buyer/buyer-order'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import { fakeTaro, ok } from '../../support/components/taro'
import { openMore, shownRows } from './order-page'
import { claim, order, orderId, shopId, view } from './sample-orders'

const kinds = ['local', 'pickup', 'courier', 'on-site'] as const
const paid = { method: 'on-delivery', state: 'paid' } as const
const online = { method: 'wechat', state: 'paid' } as const
const parcel = { carrier: 'ZTO', waybill: '78123456789012' } as const

/** Renders an order, and returns the text of its page's main button. */
async function mainOf(side: 'seller' | 'buyer', shown: Order, more: object = {}) {
  fakeTaro.reset()
  fakeTaro.answerSignedIn(() => ok({ ...view(shown, side === 'seller' ? 'owner' : 'buyer'), ...more }))
  render(
    side === 'seller' ? (
      <SellerOrder shopId={shopId} orderId={orderId} />
    ) : (
      <BuyerOrder shopId={shopId} orderId={orderId} opensTill={false} onAgain={() => undefined} />
    ),
  )
  await screen.findByRole('button', { name: '更多' })
  const mains = document.querySelectorAll('.button--main')
  expect(mains.length).toBeLessThanOrEqual(1)
  return mains[0]?.textContent ?? undefined
}

type Row = [state: string, Partial<Order>, main: string | undefined | Record<Fulfilment, string | undefined>]

const each = (rows: Row[]) =>
  rows.flatMap(([state, more, main]) =>
    kinds.map(
      (fulfilment) =>
        [
          state,
          fulfilment,
          typeof main === 'object' ? main[fulfilment] : main,
          order({ ...more, fulfilment }),
        ] as const,
    ),
  )

const sent = { state: 'underway', parcel } as const

describe('main action of an order for its seller', () => {
  it.each(
    each([
      ['placed', {}, '接单'],
      ['not paid yet', { payment: { method: 'wechat', state: 'pending' } }, undefined],
      [
        'accepted',
        { state: 'accepted', undoableStep: 'accept' },
        { local: '出门送', pickup: '备好了', courier: '寄出了', 'on-site': '留好了' },
      ],
      [
        'underway',
        { state: 'underway' },
        {
          local: '送到了，钱收了',
          pickup: '拿走了，钱收了',
          courier: '写快递单号',
          'on-site': '客人来过了，钱收了',
        },
      ],
      [
        'underway and paid online',
        { ...sent, payment: online },
        { local: '送到了', pickup: '拿走了', courier: '买家收到了', 'on-site': '客人来过了' },
      ],
      ['done and not paid', { state: 'done', undoableStep: 'finish' }, '钱收到了'],
      ['done', { state: 'done', payment: paid, undoableStep: 'finish' }, undefined],
      ['cancelled', { state: 'cancelled' }, undefined],
      ['to be cancelled', { state: 'accepted', afterSale: 'cancel-asked' }, '答复'],
      ['claimed', { state: 'done', payment: paid, afterSale: 'asked' }, '答复'],
      ['sent back', { state: 'done', payment: paid, afterSale: 'sent-back' }, '答复'],
      ['to be sent again', { state: 'done', payment: paid, afterSale: 'resending' }, '又发了一份'],
      ['to be repaid', { state: 'done', payment: paid, afterSale: 'agreed' }, '退给买家了 ¥25'],
      ['not returned', { state: 'accepted', payment: online, unreturned: 500 }, '钱当面退了'],
    ]),
  )('of an order that is %s (%s) is %s', async (_state, _kind, main, shown) => {
    expect(await mainOf('seller', shown, { claims: [claim()], refundable: 5300 })).toBe(main)
  })
})

describe('main action of an order for its buyer', () => {
  it.each(
    each([
      ['placed', {}, '给店家打电话'],
      ['not paid yet', { payment: { method: 'wechat', state: 'pending' } }, '去付钱，微信支付'],
      ['accepted', { state: 'accepted' }, '给店家打电话'],
      [
        'underway',
        { state: 'underway' },
        { local: '我收到了', pickup: '我拿到了', courier: '我收到了', 'on-site': '我来过了' },
      ],
      ['done', { state: 'done', payment: paid, claimable: true }, '再来一单'],
      ['cancelled', { state: 'cancelled' }, '再来一单'],
      ['claimed', { state: 'done', payment: paid, afterSale: 'asked' }, '去看看'],
      ['not returned', { state: 'cancelled', payment: online, unreturned: 500 }, '给店家打电话'],
    ]),
  )('of an order that is %s (%s) is %s', async (_state, _kind, main, shown) => {
    expect(await mainOf('buyer', shown)).toBe(main)
  })
})

describe('更多 of an order', () => {
  const common = ['不接这个人的单', '打印', '经过']

  it.each<[string, Order, object, string[]]>([
    ['placed', order(), {}, ['做不了，取消', ...common]],
    [
      'accepted and paid online',
      order({ state: 'accepted', payment: online, undoableStep: 'accept' }),
      { refundable: 5300 },
      ['点错了，还没接单', '做不了，取消', '退一部分钱', ...common],
    ],
    [
      'underway',
      order({ state: 'underway', undoableStep: 'send' }),
      {},
      ['收的钱不一样', '对方扫我的码付了', '点错了，还没出门', '做不了，取消', ...common],
    ],
    [
      'sent by courier',
      order({ state: 'underway', fulfilment: 'courier', payment: online, parcel }),
      { buyerBlocked: true },
      ['单号写错了，改一下', '做不了，取消', '又接这个人的单', '打印', '经过'],
    ],
    [
      'sent by courier without a number',
      order({ state: 'underway', fulfilment: 'courier', payment: online }),
      {},
      ['买家收到了', '做不了，取消', ...common],
    ],
    [
      'done',
      order({ state: 'done', payment: paid, undoableStep: 'finish' }),
      { claims: [claim({ state: 'declined' })] },
      ['点错了，撤回', '不接这个人的单', '看看说过的问题', '打印', '经过'],
    ],
    [
      'to be cancelled',
      order({ state: 'accepted', afterSale: 'cancel-asked' }),
      {},
      ['出门送', '做不了，取消', ...common],
    ],
    [
      'to be sent again',
      order({ state: 'done', payment: paid, afterSale: 'resending' }),
      { claims: [claim()], refundable: 5300 },
      ['没货了，退钱', ...common],
    ],
    [
      'cancelled, and whose money was not returned',
      order({ state: 'cancelled', payment: { method: 'wechat', state: 'refunding' }, unreturned: 5300 }),
      { canNameCard: true },
      ['退到买家的银行卡', ...common],
    ],
  ])('offers the seller of an order that is %s what was on its page', async (_, shown, more, rows) => {
    await mainOf('seller', shown, more)
    await openMore()
    expect(shownRows()).toEqual(rows)
  })

  const change = '改地址、电话或留言'

  it.each<[string, Order, object, string[]]>([
    ['placed', order(), {}, [change, '不要了，取消', '再来一单', '我的订单']],
    [
      'not paid yet',
      order({ payment: { method: 'wechat', state: 'pending' } }),
      { payLinkKey: 'key', otherMethods: [{ method: 'on-delivery' }] },
      [change, '换个付法', '请别人帮我付', '不要了，取消', '给店家打电话', '再来一单', '我的订单'],
    ],
    ['accepted', order({ state: 'accepted' }), {}, ['想改一改', '想取消这一单', '再来一单', '我的订单']],
    [
      'to be cancelled',
      order({ state: 'accepted', afterSale: 'cancel-asked' }),
      {},
      ['想改一改', '还是要，不取消了', '再来一单', '我的订单'],
    ],
    [
      'underway and paid',
      order({ state: 'underway', payment: online, claimable: true }),
      {},
      ['东西有问题', '给店家打电话', '再来一单', '我的订单'],
    ],
    [
      'done',
      order({ state: 'done', payment: paid, claimable: true }),
      {},
      ['东西有问题', '给店家打电话', '我的订单'],
    ],
    [
      'claimed',
      order({ state: 'underway', payment: online, afterSale: 'asked' }),
      { claims: [claim()] },
      ['我收到了', '给店家打电话', '再来一单', '我的订单'],
    ],
  ])('offers the buyer of an order that is %s what was on its page', async (_, shown, more, rows) => {
    await mainOf('buyer', shown, more)
    await openMore()
    expect(shownRows()).toEqual(rows)
  })
})

describe('sums of an order', () => {
  const collected = { amount: 5300, means: 'code' } as const
  const { lines } = order()
  const one = lines.map((line) => ({ ...line, quantity: 1 }))
  const others = one.map((line) => ({ ...line, skuId: '01J000000000000000000SKVA2' }))
  const free = { freight: 0, total: 5000 }

  it.each<[string, Order]>([
    ['of one line', order()],
    ['of one line that is brought for free', order(free)],
    ['of one piece', order({ lines: one, goods: 2500, total: 2800 })],
    ['of several lines', order({ freight: 0, lines: [...lines, ...others], total: 7500, goods: 7500 })],
    ['that was collected', order({ state: 'done', payment: { ...paid, collected } })],
    ['that waits for its payment', order({ payment: { method: 'wechat', state: 'pending' } })],
  ])('stand once on the page of an order %s, for both sides', async (_, shown) => {
    for (const side of ['seller', 'buyer'] as const) {
      await mainOf(side, shown)
      // a unit price is no sum
      const sums = document.body.textContent?.match(/¥\d+\.\d\d/g) ?? []
      expect(sums).toContain(`¥${(shown.total / 100).toFixed(2)}`)
      expect(new Set(sums).size).toBe(sums.length)
      cleanup()
    }
  })
})
