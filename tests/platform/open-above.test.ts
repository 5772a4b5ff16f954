import { openAbove } from '@/platform/navigation/page-transitions.weapp'
import { fakeTaro } from '../support/components/taro'

const HOME = 'pages/home/index'
const SHOP = 'pages/storefront/shop'
const ORDER = 'pages/orders/order?shop=s&order='
const orders = (count: number) => Array.from({ length: count }, (_, at) => `${ORDER}${at}`)

const navigationFrom = (stack: string[], url: string) => {
  fakeTaro.reset()
  fakeTaro.stack(stack)
  openAbove(url)
  return fakeTaro.navigations
}

describe('openAbove in WeChat', () => {
  it('opens a page above the others', () => {
    expect(navigationFrom([HOME, `${SHOP}?slug=aaa111`], '/pages/orders/mine')).toEqual([
      { by: 'navigateTo', url: '/pages/orders/mine' },
    ])
  })

  it('returns to the nearest page below with the same parameters', () => {
    const stack = [`${SHOP}?slug=aaa111`, `${SHOP}?slug=aaa111`, `${SHOP}?slug=bbb222`, ...orders(1)]
    expect(navigationFrom(stack, `/${SHOP}?slug=aaa111`)).toEqual([{ by: 'navigateBack', url: '', delta: 2 }])
    expect(navigationFrom(stack, `/${SHOP}?slug=ccc333`)).toEqual([
      { by: 'navigateTo', url: `/${SHOP}?slug=ccc333` },
    ])
    expect(navigationFrom([`${SHOP}?slug=aaa111&id=1`, HOME], `/${SHOP}?slug=aaa111`)).toEqual([
      { by: 'navigateTo', url: `/${SHOP}?slug=aaa111` },
    ])
  })

  it('returns to a shop that was opened by its code, and decodes parameters', () => {
    expect(navigationFrom([`${SHOP}?scene=aaa111`, ...orders(1)], `/${SHOP}?slug=aaa111`)).toEqual([
      { by: 'navigateBack', url: '', delta: 1 },
    ])
    const named = 'pages/orders/find-goods?slug=aaa111&goods=%E6%A0%B8%E6%A1%83'
    expect(navigationFrom([named, HOME], `/${named}`)).toEqual([{ by: 'navigateBack', url: '', delta: 1 }])
  })

  it('opens another copy of the page on top', () => {
    expect(navigationFrom([HOME, `${SHOP}?slug=aaa111`], `/${SHOP}?slug=aaa111`)).toEqual([
      { by: 'navigateTo', url: `/${SHOP}?slug=aaa111` },
    ])
  })

  it('replaces the page on top when the stack is full', () => {
    expect(navigationFrom(orders(8), '/pages/orders/mine').map(({ by }) => by)).toEqual(['navigateTo'])
    expect(navigationFrom(orders(9), '/pages/orders/mine').map(({ by }) => by)).toEqual(['redirectTo'])
    expect(navigationFrom(orders(10), '/pages/orders/mine').map(({ by }) => by)).toEqual(['redirectTo'])
  })
})
