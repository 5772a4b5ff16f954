import { readFile } from 'node:fs/promises'
import type { AppDependencies } from '../dependencies'
import { exportShop, toFileError } from '../modules/exports/export-to-file'
import { importArchive } from '../modules/exports/import-archive'
import type { ImportedShop } from '../modules/exports/import-shop'
import type { MissingFileLocations } from '../modules/exports/missing-files'
import { compareOrReplace, type ShopComparison } from '../modules/exports/update-shop'
import { addAuditEntry } from '../modules/operator/audit-trail'
import type { Settings } from '../settings'
import { liveDependencies } from '../start/live-dependencies'

/** Opens an installation beside its running servers and closes it after `work`. */
export async function withDependencies<T>(
  settings: Settings,
  work: (deps: AppDependencies) => Promise<T>,
): Promise<T> {
  const deps = await liveDependencies(settings)
  try {
    return await work(deps)
  } finally {
    await deps.db.close()
  }
}

/** Exports a shop to a zip, and records it in the audit trail. */
export const exportToFile = (settings: Settings, slug: string, file: string) =>
  withDependencies(settings, async (deps) => {
    const exported = await exportShop(deps, slug, file)
    await deps.db.withTx((tx) =>
      addAuditEntry(deps, tx, { operatorId: null, action: 'export-shop', subject: slug }),
    )
    return exported
  })

interface ImportResult extends ImportedShop {
  name: string
  products: number
  /** True when the shop got another slug, because its own is taken. */
  moved: boolean
  missing: MissingFileLocations
}

/** Imports a shop from a zip. An existing shop is compared, and with `replace` updated. */
export async function importFromFile(
  settings: Settings,
  file: string,
  { replace, isConfirmed }: { replace: boolean; isConfirmed: boolean },
): Promise<{ added: ImportResult } | { compared: ShopComparison }> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw toFileError(error, file)
  })
  return withDependencies(settings, async (deps) => {
    const compared = await compareOrReplace(deps, bytes, replace, isConfirmed)
    if (compared) return { compared }
    const { imported, exported, missing } = await importArchive(deps, bytes)
    const { name, slug } = exported.shop
    const products = exported.products.length
    return { added: { ...imported, name, products, moved: imported.slug !== slug, missing } }
  })
}
