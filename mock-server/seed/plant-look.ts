import type { Look } from '@/domain/look'
import type { Person } from './person'

/** She tried how it looks with the last section below the head, and went back: two more looks that buyers saw. */
export async function plantLook(owner: Person, shopId: string): Promise<void> {
  const { draft } = await owner.get<{ draft: Look }>(`/api/shops/${shopId}/look`)
  const [head, ...rest] = draft.sections
  const tried = { ...draft, sections: [head, ...rest.slice(-1), ...rest.slice(0, -1)] }
  for (const [version, look] of [tried, draft].entries()) {
    await owner.put(`/api/shops/${shopId}/look-draft`, { ...look, version })
    await owner.post(`/api/shops/${shopId}/look/publish`, { id: owner.newId(), draftVersion: version + 1 })
  }
}
