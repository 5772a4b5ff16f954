import { createWriteStream } from 'node:fs'
import { readFile, rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { AppDependencies } from '../dependencies'
import { getErrorCode } from '../error-code'
import { offlineExportPages } from '../first-paint/offline-export-page'
import { readSite } from '../http/pages/site'
import { exportFiles } from '../modules/exports/export-files'
import { toPublicShop } from '../modules/exports/exported-shop'
import { importArchive } from '../modules/exports/import-archive'
import type { ImportedShop } from '../modules/exports/import-shop'
import {
  findMissingBlobs,
  locateMissingFiles,
  type MissingFileLocations,
} from '../modules/exports/missing-files'
import { readExport } from '../modules/exports/read-export'
import { compareOrReplace, type ShopComparison } from '../modules/exports/update-shop'
import { createZip } from '../modules/exports/zip'
import { shopIdOfSlug } from '../modules/shops/store'
import type { Settings } from '../settings'
import { SetupError } from '../setup-error'
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

function toFileError(error: unknown, file: string): unknown {
  const code = getErrorCode(error)
  return /^(ENOENT|EACCES|EISDIR|EROFS|ENOSPC|ENOTDIR)$/.test(code)
    ? new SetupError(`${file} cannot be read or written (${code}).`)
    : error
}

/** Exports a shop to a zip. The file gets its name only when it is complete. */
export const exportToFile = (settings: Settings, slug: string, file: string) =>
  withDependencies(settings, (deps) => exportShop(deps, slug, file))

export async function exportShop(
  { db, blobs, settings: world }: AppDependencies,
  slug: string,
  file: string,
) {
  const shopId = await shopIdOfSlug(db.query, slug)
  const exported = shopId === undefined ? undefined : await readExport(db.query, shopId)
  if (!exported) throw new SetupError(`There is no shop at /s/${slug}.`)
  const site = world.h5Folder === undefined ? undefined : readSite(world.h5Folder)
  const page = site && (await offlineExportPages(site)?.(toPublicShop(exported), world.publicUrl))
  const missing = await findMissingBlobs(exported, blobs)
  const draft = `${file}.part`
  try {
    await pipeline(
      createZip(exportFiles(exported, blobs, { page, missing })),
      createWriteStream(draft, { flush: true }),
    )
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw toFileError(error, file)
  }
  return {
    bytes: (await stat(file)).size,
    name: exported.shop.name,
    missing: locateMissingFiles(exported, missing),
  }
}

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
