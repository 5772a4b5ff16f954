import type { Look } from '@/domain/look'
import type { Person } from './person'

/** She tried rounder corners for a day and went back: two more looks that buyers saw. */
export async function plantLook(owner: Person, shopId: string): Promise<void> {
  const { draft } = await owner.get<{ draft: Look }>(`/api/shops/${shopId}/look`)
  const tried: Look = { ...draft, theme: { ...draft.theme, radius: 30 } }
  for (const [version, look] of [tried, draft].entries()) {
    await owner.put(`/api/shops/${shopId}/look-draft`, { ...look, version })
    await owner.post(`/api/shops/${shopId}/look/publish`, { id: owner.newId(), draftVersion: version + 1 })
  }
}
