import { mapProductTexts, type ProductText, productTexts } from '@/domain/product/product-texts'
import { environmentPerFile } from '../../support/test-environment'
import { productDraft, shopPerFile } from '../../support/test-shop'

const env = environmentPerFile()
const shop = shopPerFile(env)

const names = Object.keys(productTexts) as ProductText[]
const longest = mapProductTexts((name) => '字'.repeat(productTexts[name]))

const put = (version: number, texts: object) =>
  shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, {
    version,
    ...productDraft(shop.skuId),
    ...texts,
  })
const read = async () =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/products/${shop.productId}`)).json()

describe('optional text of a product', () => {
  it('is stored up to its length and removed by an edit without it', async () => {
    expect((await put(1, longest)).json()).toMatchObject(longest)
    expect(await read()).toMatchObject(longest)
    expect((await put(2, {})).statusCode).toBe(200)
    for (const name of names) expect(await read()).not.toHaveProperty(name)
  })

  it.each(names)('rejects %s above its length and when it is blank', async (name) => {
    for (const text of [`${longest[name]}字`, ' ']) {
      const answer = await put(3, { [name]: text })
      expect(answer.json()).toMatchObject({ code: 'bad-input', fields: [{ path: `/${name}` }] })
    }
  })
})
