import { createWriteStream } from 'node:fs'
import { readFile, rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { AppDependencies } from '../dependencies'
import { codeOf } from '../error-code'
import { offlineExportPages } from '../first-paint/offline-export-page'
import { siteOf } from '../http/site'
import { exportFiles } from '../modules/exports/export-files'
import { shownOf } from '../modules/exports/exported'
import { importArchive } from '../modules/exports/import-archive'
import type { Imported } from '../modules/exports/import-shop'
import { type LostPlaces, lostHere, placesOf } from '../modules/exports/lost-files'
import { readExport } from '../modules/exports/read-export'
import { type Compared, compareOrReplace } from '../modules/exports/update-shop'
import { zipOf } from '../modules/exports/zip'
import { shopIdOfSlug } from '../modules/shops/store'
import { type Settings, SetupError } from '../settings'
import { liveDependencies } from '../start/live-dependencies'

/** Opens an installation as the settings say, beside the servers that run, and closes it after the work. */
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

function plainFileFault(error: unknown, file: string): unknown {
  const code = codeOf(error)
  return /^(ENOENT|EACCES|EISDIR|EROFS|ENOSPC|ENOTDIR)$/.test(code)
    ? new SetupError(`${file} cannot be read or written (${code}).`)
    : error
}

/** Writes a shop into a zip; the file has its name only when it is whole. */
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
  const site = world.h5Folder === undefined ? undefined : siteOf(world.h5Folder)
  const page = site && (await offlineExportPages(site)?.(shownOf(exported), world.publicUrl))
  const lost = await lostHere(exported, blobs)
  const draft = `${file}.part`
  try {
    await pipeline(
      zipOf(exportFiles(exported, blobs, { page, lost })),
      createWriteStream(draft, { flush: true }),
    )
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw plainFileFault(error, file)
  }
  return { bytes: (await stat(file)).size, name: exported.shop.name, lost: placesOf(exported, lost) }
}

interface NewShop extends Imported {
  name: string
  products: number
  /** Whether it has another address than in the installation it comes from. */
  moved: boolean
  lost: LostPlaces
}

/** Takes a shop out of a zip into this installation. One that is here already is compared, and with `replace` brought up to date. */
export async function importFromFile(
  settings: Settings,
  file: string,
  replace: boolean,
): Promise<{ added: NewShop } | { compared: Compared }> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw plainFileFault(error, file)
  })
  return withDependencies(settings, async (deps) => {
    const compared = await compareOrReplace(deps, bytes, replace)
    if (compared) return { compared }
    const { imported, exported, lost } = await importArchive(deps, bytes)
    const { name, slug } = exported.shop
    const products = exported.products.length
    return { added: { ...imported, name, products, moved: imported.slug !== slug, lost } }
  })
}
