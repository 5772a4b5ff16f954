import type { AppDependencies } from '../../server/dependencies'
import { issuedKey } from '../../server/modules/shops/issue-key'

/** Lists each shop's URL and the key URL that makes a phone its owner. */
export async function describeShops(deps: AppDependencies, origin: string): Promise<string> {
  const shops = await deps.db.query
    .selectFrom('shop')
    .select(['shop_id', 'name', 'slug', 'key_generation'])
    .execute()
  const lines: string[] = []
  for (const { shop_id, name, slug, key_generation } of shops) {
    const key = await issuedKey(deps, deps.db.query, shop_id, key_generation)
    lines.push(`  ${name}\n    buyers: ${origin}/s/${slug}\n    owner:  ${origin}/key#${key}`)
  }
  return ['Shops of the demo world (an owner address works once, then a new key is shown):', ...lines].join(
    '\n',
  )
}
