import { render, screen, waitFor } from '@testing-library/react'
import { useJoinAttempts } from '@/features/group-buys/page/join-attempts'
import { stepperWords } from '@/locales/stepper'
import GroupBuy from '@/pages/group-buy'
import { fakeTaro, ok } from '../../support/components/taro'
import { problem, skuOf } from '../storefront/sample-shop'
import {
  entry,
  joinIds,
  joins,
  openAndJoin,
  press,
  pressInSheet,
  resetGroupBuy,
  returnOnline,
  sampleReply,
  server,
  withGoods,
} from './group-buy-setup'

beforeEach(resetGroupBuy)

const WAITING = '还没发出去，有网就接着发，不会多报一次'
const JOINED = '接上了，您是第 2 号'
const EARLIER = '前面那次已经接上了，您是第 2 号'

describe('GroupBuyPage', () => {
  it('joins with the remembered name and phone and says the number', async () => {
    await openAndJoin(2)
    expect(await screen.findByText(JOINED)).toBeInTheDocument()
    expect(joins()[0]?.body).toMatchObject({
      lines: [{ skuId: skuOf(1), quantity: 2 }],
      receiver: { name: '邻居一', phone: '13900001234' },
      pointId: sampleReply().groupBuy.points[0]?.id,
      seenTotal: 5000,
    })
    expect(useJoinAttempts.getState().attempts).toEqual({})
  })

  it('changes the quantity of an entry under its number', async () => {
    server.mine = { entries: [entry(2)] }
    server.onJoin = () => ok(entry(3))
    render(<GroupBuy />)
    await press('改一改')
    await pressInSheet(stepperWords.more('核桃'))
    await pressInSheet('改成 ¥75')
    await waitFor(() => expect(joins()).toHaveLength(1))
    expect(joins()[0]?.body).toMatchObject({ replaces: 'entry', lines: [{ quantity: 3 }] })
  })

  it('fills in the last quantity only as far as it is left and allowed for a person', async () => {
    server.mine = { entries: [entry(2)], last: [{ skuId: skuOf(1), quantity: 9 }] }
    render(<GroupBuy />)
    await press('跟上次一样')
    expect(await screen.findByRole('button', { name: '接龙 ¥75' })).toBeInTheDocument()
  })

  it('fills in no more than what is left', async () => {
    server.shown = sampleReply(withGoods({ left: 2 }))
    server.mine = { entries: [], last: [{ skuId: skuOf(1), quantity: 4 }] }
    render(<GroupBuy />)
    await press('跟上次一样')
    expect(await screen.findByRole('button', { name: '接龙 ¥50' })).toBeInTheDocument()
  })
})

describe('GroupBuyPage after a refusal', () => {
  it('shows the new total on the button when the price has changed', async () => {
    server.onJoin = () => {
      server.shown = sampleReply(withGoods({ shopPrice: 3000 }))
      return problem(409, 'price-changed')
    }
    await openAndJoin(2)
    expect(await screen.findByText('价钱变了，请看新的价钱。')).toBeInTheDocument()
    server.onJoin = () => ok(entry(2))
    await pressInSheet('接龙 ¥60')
    await screen.findByText(JOINED)
    expect(joins()[1]?.body).toMatchObject({ seenTotal: 6000 })
  })

  it('says what can still be taken and reduces the quantity to it', async () => {
    server.onJoin = () => {
      server.shown = sampleReply(withGoods({ left: 1 }))
      return problem(409, 'group-buy-full', { current: { lines: [{ skuId: skuOf(1), most: 1 }] } })
    }
    await openAndJoin(3)
    expect(await screen.findByText('剩的不够了：核桃最多还能要 1。')).toBeInTheDocument()
    await waitFor(() => expect(screen.getAllByRole('button', { name: '接龙 ¥25' })).toHaveLength(2))
  })
})

describe('GroupBuyPage without a reply', () => {
  it('offers only to send the same request again and joins once', async () => {
    server.onJoin = () => null
    await openAndJoin()
    expect(await screen.findByText(WAITING)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '接龙 ¥25' })).toBeNull()
    server.onJoin = () => ok(entry(1))
    await press('再发一次')
    await screen.findByText(JOINED)
    expect(joins()[1]).toMatchObject({ path: joins()[0]?.path, body: joins()[0]?.body })
  })

  it('sends the waiting request once when the network returns', async () => {
    server.onJoin = () => null
    await openAndJoin()
    await screen.findByText(WAITING)
    server.onJoin = () => ok(entry(1))
    returnOnline()
    returnOnline()
    await screen.findByText(JOINED)
    returnOnline()
    expect(joins()).toHaveLength(2)
    expect(new Set(joinIds()).size).toBe(1)
  })

  it('sends the waiting request with the same id after the app was closed', async () => {
    server.onJoin = () => null
    const { unmount } = await openAndJoin()
    await screen.findByText(WAITING)
    unmount()
    expect(fakeTaro.storage.get('group-buy-attempts')).toContain(joinIds()[0])
    server.onJoin = () => ok(entry(1))
    render(<GroupBuy />)
    await screen.findByText(JOINED)
    expect(joinIds()[1]).toBe(joinIds()[0])
  })

  it('keeps the id of a request that is given up, as it may have arrived', async () => {
    server.onJoin = () => null
    const { unmount } = await openAndJoin()
    await press('不发了')
    unmount()
    server.onJoin = () => problem(409, 'idempotency-conflict')
    server.onFind = () => ok({ order: entry(1), role: 'buyer', shop: {} })
    await openAndJoin(2)
    expect(await screen.findByText(EARLIER)).toBeInTheDocument()
    expect(joinIds()[1]).toBe(joinIds()[0])
    expect(useJoinAttempts.getState().attempts).toEqual({})
  })

  it('joins with a new id when the entry of the earlier request was left', async () => {
    server.onJoin = () => null
    await openAndJoin()
    await press('不发了')
    const [earlier] = joinIds()
    server.onJoin = ({ path }) =>
      ok(path.endsWith(String(earlier)) ? entry(1, { state: 'cancelled' }) : entry(1))
    await press('接龙 ¥25')
    await pressInSheet('接龙 ¥25')
    await screen.findByText(JOINED)
    expect(joinIds()).toHaveLength(3)
    expect(joinIds()[2]).not.toBe(earlier)
  })

  it('says why the waiting request was refused, also when the page opens again', async () => {
    server.onJoin = () => null
    const { unmount } = await openAndJoin()
    await screen.findByText(WAITING)
    server.onJoin = () => {
      server.shown = sampleReply({ state: 'closed' })
      return problem(409, 'group-buy-over')
    }
    returnOnline()
    await screen.findByText('接龙截止了，报不上了。')
    unmount()
    render(<GroupBuy />)
    await screen.findByText('接龙截止了，报不上了。')
    await press('知道了')
    expect(screen.queryByText('接龙截止了，报不上了。')).toBeNull()
    expect(joins()).toHaveLength(2)
  })
})
