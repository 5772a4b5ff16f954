import { parseYuan } from '@/domain/money'
import { isPhone } from '@/domain/receiver'
import { DEFAULT_STOCK } from '@/domain/sku'
import { unitWeight } from '@/domain/trade'
import { shopWords } from '@/locales/zh-CN/shop'
import type { Draft, OpenRequest } from '../draft'
import { shownTemplate } from '../look/offered'
import { productName } from '../product/product-name'
import { offeredFreight } from '../terms/freight'
import { paymentsFor } from '../terms/payments-for'

/** The first product as the draft has it. */
function firstProduct(draft: Draft): OpenRequest['products'][number] {
  const weight = unitWeight(draft.unit)
  return {
    id: draft.productId,
    name: productName(draft),
    unit: draft.unit,
    photos: draft.photoId ? [draft.photoId] : [],
    skus: [
      {
        id: draft.skuId,
        price: parseYuan(draft.price) ?? 0,
        stock: DEFAULT_STOCK,
        ...(weight === undefined ? {} : { weight }),
      },
    ],
    onSale: true,
  }
}

/** What the server is asked to open: the draft in the contract's words. */
export function openRequest(draft: Draft): OpenRequest {
  const pickupPlace = draft.fulfilments.includes('pickup') ? draft.pickupPlace.trim() : ''
  return {
    trade: draft.trade ?? 'plain',
    products: [firstProduct(draft)],
    name: shopWords.defaultName(productName(draft)),
    template: shownTemplate(draft).name,
    fulfilments: draft.fulfilments,
    payments: paymentsFor(draft.fulfilments),
    freight: offeredFreight(draft),
    ...(pickupPlace ? { pickupPlace } : {}),
    ...(isPhone(draft.phone) ? { phone: draft.phone } : {}),
  }
}
