import { readFileSync } from 'node:fs'
import path from 'node:path'
import { LOOK_FORMAT, type Look } from '@/domain/look/look'
import { environmentPerFile, newId } from '../../support/test-environment'
import { openShop } from '../../support/test-shop'

const FILE = path.join(__dirname, '../../../templates/old-looks/format-1.json')
const stored = (JSON.parse(readFileSync(FILE, 'utf8')) as Look[]).map((look): [string, Look] => [
  look.template,
  look,
])

const env = environmentPerFile()

test.each(stored)(
  'a shop with a stored look of format 1 is shown and can be decorated: %s',
  async (_, old) => {
    const { owner, shopId, slug } = await openShop(env)
    await env.deps.db.query
      .updateTable('shop')
      .set({ look: JSON.stringify(old) })
      .where('shop_id', '=', shopId)
      .execute()
    const { look } = (await owner.call(`GET /api/shops/${shopId}`)).json()
    expect(look).toMatchObject({ ...old, format: LOOK_FORMAT })
    const { draft } = (await owner.call(`GET /api/shops/${shopId}/look`)).json()
    const theme = { ...draft.theme, radius: 3 }
    const saved = await owner.call(`PUT /api/shops/${shopId}/look-draft`, { ...draft, theme })
    expect(saved.statusCode).toBe(200)
    const publish = { id: newId(), draftVersion: saved.json().version }
    expect((await owner.call(`POST /api/shops/${shopId}/look/publish`, publish)).statusCode).toBe(200)
    const shown = await owner.call(`GET /api/storefronts/${slug}`)
    expect(shown.json().look).toEqual({ ...look, theme, version: look.version + 1 })
  },
)
