import { issuedKey } from '../../server/modules/shops/issue-key'
import type { Parts } from '../../server/parts'

/** What a demo's visitor needs: each shop's address, and the key that makes this phone its owner. */
export async function shopList(parts: Parts, origin: string): Promise<string> {
  const shops = await parts.db.query
    .selectFrom('shop')
    .select(['shop_id', 'name', 'slug', 'key_generation'])
    .execute()
  const lines: string[] = []
  for (const { shop_id, name, slug, key_generation } of shops) {
    const key = await issuedKey(parts, parts.db.query, shop_id, key_generation)
    lines.push(`  ${name}\n    buyers: ${origin}/s/${slug}\n    owner:  ${origin}/key#${key}`)
  }
  return ['Shops of the demo world (an owner address works once, then a new key is shown):', ...lines].join(
    '\n',
  )
}
