import { openStockedShop } from '../../support/stocked-shop'

/** Opens three shops that share no name, trade, look or product. */
export async function openThreeShops(origin: string) {
  const nuts = await openStockedShop(origin, { goods: 14, photos: 8, template: 'woodgrain' })
  const honey = await openStockedShop(origin, {
    goods: 6,
    photos: 2,
    template: 'amber',
    more: { name: '康县样品蜂蜜', trade: 'honey', place: '陇南市康县', phone: '13911112222' },
  })
  const inn = await openStockedShop(origin, {
    goods: 3,
    photos: 0,
    template: 'plain',
    more: { name: '西和样品手工', trade: 'handicraft', place: '陇南市西和县', phone: '13733334444' },
  })
  return [
    { ...nuts, name: '成县山货铺', phone: '13800000000' },
    { ...honey, name: '康县样品蜂蜜', phone: '13911112222' },
    { ...inn, name: '西和样品手工', phone: '13733334444' },
  ] as const
}

export type TestShop = Awaited<ReturnType<typeof openThreeShops>>[number]
