import type { Look } from '@/domain/look/look'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { mustFindShop } from '../shops/store'
import { draftRow } from './store'

export interface CategoryRename {
  from: string
  to: string
}

/** The look in which the sections of a category name it anew; `undefined` when no section names it. */
function renamedIn(stored: string, { from, to }: CategoryRename): string | undefined {
  const look = readJson<Look>(stored)
  if (!look.sections.some(({ settings }) => settings.category === from)) return undefined
  const sections = look.sections.map((section) =>
    section.settings.category === from
      ? { ...section, settings: { ...section.settings, category: to } }
      : section,
  )
  return JSON.stringify({ ...look, sections })
}

/**
 * Renames a category in the sections that show its products: in the published look, its history, and the draft, whose version
 * increases, so an open editor gets a conflict.
 */
export async function renameCategoryInLooks(tx: Query, shopId: string, rename: CategoryRename) {
  const look = renamedIn((await mustFindShop(tx, shopId)).look, rename)
  if (look !== undefined) await tx.updateTable('shop').set({ look }).where('shop_id', '=', shopId).execute()
  await renameInDraft(tx, shopId, rename)
  await renameInHistory(tx, shopId, rename)
}

async function renameInDraft(tx: Query, shopId: string, rename: CategoryRename): Promise<void> {
  const draft = await draftRow(tx, shopId)
  const look = draft && renamedIn(draft.look, rename)
  if (look === undefined) return
  await tx
    .updateTable('look_draft')
    .set((eb) => ({ look, edit_hash: '', version: eb('version', '+', 1) }))
    .where('shop_id', '=', shopId)
    .execute()
}

async function renameInHistory(tx: Query, shopId: string, rename: CategoryRename): Promise<void> {
  const past = await tx
    .selectFrom('look_published')
    .select(['version', 'look'])
    .where('shop_id', '=', shopId)
    .execute()
  for (const row of past) {
    const look = renamedIn(row.look, rename)
    if (look !== undefined)
      await tx
        .updateTable('look_published')
        .set({ look })
        .where('shop_id', '=', shopId)
        .where('version', '=', row.version)
        .execute()
  }
}
