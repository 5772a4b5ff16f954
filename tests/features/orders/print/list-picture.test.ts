import { listPictures } from '@/features/orders/print/list-picture'
import { listTexts } from '@/features/orders/print/list-texts'
import { printOrdersWords } from '@/locales/order/print-orders'
import { drawnPictures, drawnTexts } from '../../../support/components/fake-card'
import { order } from '../sample-orders'

jest.mock('@/platform/media/card', () => jest.requireActual('../../../support/components/fake-card'))

beforeEach(() => {
  drawnPictures.length = 0
})

async function drawAll(count: number, note?: string) {
  const orders = Array.from({ length: count }, (_, at) =>
    order({ number: count - at, ...(note === undefined ? {} : { note }) }),
  )
  const pictures = listPictures(listTexts(orders, '家乡山货铺', Date.now()))
  for (const { draw } of pictures) await draw()
  return pictures
}

describe('listPictures', () => {
  it('draws a short list with its goods on one page', async () => {
    expect((await drawAll(3)).map(({ name }) => name)).toEqual(['清单第1张'])
    expect(drawnTexts()).toEqual(
      expect.arrayContaining(['3', '2', '1', '要收 ¥53', printOrdersWords.goods, '6 斤']),
    )
  })

  it('states which orders need no goods', async () => {
    const orders = [order(), order({ number: 8, state: 'cancelled' })]
    for (const { draw } of listPictures(listTexts(orders, '家乡山货铺', Date.now()))) await draw()
    expect(drawnTexts()).toEqual(expect.arrayContaining(['2 斤', '有 1 单没算进来：1 单取消了。']))
  })

  it('divides a long list into pages, with every order once, the oldest first', async () => {
    const pictures = await drawAll(100)
    expect(pictures.length).toBeGreaterThan(3)
    expect(drawnTexts().filter((text) => /^\d+$/.test(text))).toEqual(
      Array.from({ length: 100 }, (_, at) => String(at + 1)),
    )
  })

  it('fills its pages: each but the last has no room for the next order', async () => {
    await drawAll(100)
    const ordersOf = ({ rows }: (typeof drawnPictures)[number]) =>
      rows.filter(({ text }) => /^\d+$/.test(text)).length
    const full = drawnPictures.slice(0, -1)
    expect(Math.min(...full.map(ordersOf))).toBeGreaterThanOrEqual(11)
    for (const { height, rows } of full) {
      const bottom = Math.max(...rows.map((row) => row.bottom))
      const heightOfOne = bottom / ordersOf({ width: 0, height, rows })
      expect(height - 60 - bottom).toBeLessThan(heightOfOne + 40)
    }
  })

  it('draws a short list in larger type than a long one', async () => {
    const smallest = () => Math.min(...drawnPictures.flatMap(({ rows }) => rows.map(({ size }) => size)))
    await drawAll(3)
    const short = smallest()
    drawnPictures.length = 0
    await drawAll(100)
    expect(smallest()).toBeLessThan(short)
    // 11.5 points
    expect(smallest()).toBeGreaterThanOrEqual(24)
  })

  it('leaves no heading alone at the foot of a page', async () => {
    for (let count = 1; count < 40; count++) {
      drawnPictures.length = 0
      await drawAll(count)
      for (const { rows } of drawnPictures) expect(rows.at(-1)?.text).not.toBe(printOrdersWords.goods)
    }
  })

  it('groups the orders by way of delivery and day, each with its number and sum', () => {
    const slot = { day: '2026-11-26', part: 'morning' } as const
    const orders = [
      order({ number: 3, fulfilment: 'pickup' }),
      order({ number: 2, slot }),
      order({ number: 1, slot }),
    ]
    const { groups } = listTexts(orders, '家乡山货铺', Date.now())
    expect(groups.map(({ title, rows }) => [title, ...rows.map(({ number }) => number)])).toEqual([
      ['送上门 11月26日周四上午，2 单，¥106', '1', '2'],
      ['自提，1 单，¥53', '3'],
    ])
  })

  it('names dates, not days that are true only today', async () => {
    const at = Date.UTC(2026, 10, 30, 2)
    const [title] = [listTexts([order()], '家乡山货铺', at)].map((texts) => texts.title)
    expect(title).toBe('家乡山货铺，11月30日 10:00，1 单')
  })

  it('cuts no text of an order that is longer than a page', async () => {
    const note = '晚上七点以后在家，'.repeat(150)
    await drawAll(2, note)
    expect(drawnTexts().join('').split('晚上七点以后在家').length - 1).toBe(300)
    for (const { height, rows } of drawnPictures)
      for (const { bottom } of rows) expect(bottom).toBeLessThanOrEqual(height)
  })

  it('draws nothing beyond a page, however long the notes are', async () => {
    await drawAll(30, '晚上七点以后在家，到了打电话，'.repeat(8))
    for (const { height, rows } of drawnPictures)
      for (const { right, bottom } of rows) {
        expect(bottom).toBeLessThanOrEqual(height)
        expect(right).toBeLessThanOrEqual(1240)
      }
  })
})
