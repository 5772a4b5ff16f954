import type { Order } from '@/domain/order/order'
import { slipPictures } from '@/features/orders/print/slip-picture'
import { type SlipPaper, slipTexts } from '@/features/orders/print/slip-texts'
import { printOrdersWords as words } from '@/locales/order/print-orders'
import { drawnPictures, drawnTexts } from '../../../support/components/fake-card'
import { order } from '../sample-orders'

jest.mock('@/platform/media/card', () => jest.requireActual('../../../support/components/fake-card'))

beforeEach(() => {
  drawnPictures.length = 0
})

async function drawAll(paper: SlipPaper, more: Partial<Order> = {}) {
  const shop = { name: '家乡山货铺', phone: '13800006021' }
  const pictures = slipPictures(slipTexts(order(more), shop, Date.now()), paper)
  for (const { draw } of pictures) await draw()
  return pictures
}

/** The lines of an order of so many goods. */
const linesOf = (count: number) =>
  order().lines.flatMap((line) =>
    Array.from({ length: count }, (_, at) => ({ ...line, name: `山货${at + 10}` })),
  )

const drawnGoods = () => drawnTexts().filter((text) => text.startsWith('山货'))
const smallestType = () => Math.min(...drawnPictures.flatMap(({ rows }) => rows.map(({ size }) => size)))

describe('slipPictures', () => {
  it('draws one narrow picture for a roll, however many goods there are', async () => {
    await drawAll('roll', { lines: linesOf(40) })
    expect(drawnPictures.map(({ width }) => width)).toEqual([384])
    expect(drawnGoods()).toHaveLength(40)
    expect(smallestType()).toBe(26)
  })

  it('names the date of an order that was placed today', () => {
    const now = Date.UTC(2026, 10, 30, 2)
    const { how } = slipTexts(order({ createdAt: now }), { name: '家乡山货铺' }, now)
    expect(how).toMatch(/ 11月30日 10:00$/)
    const last = slipTexts(order({ createdAt: Date.UTC(2025, 10, 30, 2) }), { name: '家乡山货铺' }, now)
    expect(last.how).toMatch(/ 2025年11月30日 10:00$/)
  })

  it('draws a page of A6 for a label, in type that fills it', async () => {
    expect((await drawAll('a6')).map(({ name }) => name)).toEqual([words.order(7)])
    expect(drawnPictures).toMatchObject([{ width: 840, height: 1184 }])
    expect(drawnTexts()).toEqual(expect.arrayContaining(['第 7 单', '核桃 2 斤', '要收 ¥53']))
    expect(smallestType()).toBeGreaterThanOrEqual(44)
    expect(drawnPictures[0]?.rows.at(-1)?.bottom).toBeGreaterThan(1184 / 2)
  })

  it('uses smaller type before it uses a second page of A6', async () => {
    await drawAll('a6', { lines: linesOf(8) })
    expect(drawnPictures).toHaveLength(1)
    expect(drawnGoods()).toHaveLength(8)
    expect(smallestType()).toBeLessThan(44)
    expect(smallestType()).toBeGreaterThan(26)
  })

  it('continues a long list of goods on further pages of A6, which name the order', async () => {
    const names = (await drawAll('a6', { lines: linesOf(40) })).map(({ name }) => name)
    const count = drawnPictures.length
    expect(count).toBeGreaterThan(1)
    expect(names).toEqual(Array.from({ length: count }, (_, at) => words.part(words.order(7), at + 1, count)))
    expect(drawnTexts()).toEqual(expect.arrayContaining(names))
    expect(drawnGoods()).toEqual(linesOf(40).map(({ name }) => `${name} 2 斤`))
    for (const { height } of drawnPictures) expect(height).toBe(1184)
  })

  it.each<SlipPaper>(['a6', 'roll'])('cuts no text on %s, however long it is', async (paper) => {
    const [line] = linesOf(1)
    await drawAll(paper, {
      lines: line ? [{ ...line, name: 'Organic-Walnut-Kernels-2026-Spring', label: '大'.repeat(20) }] : [],
      receiver: { ...order().receiver, address: '成县沙坝镇上街，'.repeat(12) },
      note: '晚上七点以后在家，'.repeat(22),
    })
    expect(drawnTexts().join('').split('晚上七点以后在家').length - 1).toBe(22)
    expect(drawnTexts().join('')).toContain('Organic-Walnut-Kernels-2026-Spring')
    for (const { width, height, rows } of drawnPictures)
      for (const { right, bottom } of rows) {
        expect(right).toBeLessThanOrEqual(width)
        expect(bottom).toBeLessThanOrEqual(height)
      }
  })
})
