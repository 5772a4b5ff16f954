import { shopKey } from '../../server/modules/shops/key'
import type { Parts } from '../../server/parts'

/** What a demo's visitor needs: each shop's address, and the key that makes this phone its owner. */
export async function shopList({ db, secret }: Parts, origin: string): Promise<string> {
  const shops = await db.query
    .selectFrom('shop')
    .select(['shop_id', 'name', 'slug', 'key_generation'])
    .execute()
  const lines = shops.map(({ shop_id, name, slug, key_generation }) => {
    const key = shopKey(secret, shop_id, key_generation)
    return `  ${name}\n    buyers: ${origin}/s/${slug}\n    owner:  ${origin}/key#${key}`
  })
  return ['Shops of the demo world (an owner address works once, then a new key is shown):', ...lines].join(
    '\n',
  )
}
