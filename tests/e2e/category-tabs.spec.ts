import { newId } from '../support/api-client'
import { openStockedShop } from '../support/stocked-shop'
import { visitShop } from './journey/buyer'
import { KINDS } from './journey/test-environment'
import { longRunUnless } from './long-run'
import { expect, test } from './test'

/** More products than a storefront opens with. */
const GOODS = 45
const CATEGORY = '调料'
const LAST = '大红袍花椒'

for (const kind of KINDS)
  test.describe(`category tab on ${kind}`, () => {
    test.use({ kind })

    test(
      'leads to products that the storefront has not read yet',
      longRunUnless(kind === 'h5'),
      async ({ environment, phone }) => {
        const { owner, shopId, slug, goods } = await openStockedShop(environment.server.origin, {
          goods: GOODS,
        })
        const added = await owner.send('PUT', `/api/shops/${shopId}/products/${newId()}`, {
          ...{ version: 0, name: LAST, unit: '斤', category: CATEGORY, photos: [], onSale: true },
          skus: [{ id: newId(), price: 4500, stock: 9 }],
        })
        expect(added.status).toBe(200)
        await visitShop(phone, slug)
        await phone.see(CATEGORY)
        await phone.seeNo(LAST)
        await phone.tap(CATEGORY)
        await phone.see(LAST)
        await phone.seeNo(goods[1]?.name ?? '')
      },
    )
  })
