import type { Look } from '@/domain/look/look'
import type { DemoUser } from './demo-user'

/** Publishes a look with reordered sections and then the original one, which gives the history two more entries. */
export async function seedLook(owner: DemoUser, shopId: string): Promise<void> {
  const { draft } = await owner.get<{ draft: Look }>(`/api/shops/${shopId}/look`)
  const [head, ...rest] = draft.sections
  const tried = { ...draft, sections: [head, ...rest.slice(-1), ...rest.slice(0, -1)] }
  for (const [version, look] of [tried, draft].entries()) {
    await owner.put(`/api/shops/${shopId}/look-draft`, { ...look, version })
    await owner.post(`/api/shops/${shopId}/look/publish`, { id: owner.newId(), draftVersion: version + 1 })
  }
}
