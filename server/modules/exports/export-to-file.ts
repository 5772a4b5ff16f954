import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { AppDependencies } from '../../dependencies'
import { getErrorCode } from '../../error-code'
import { offlineExportPages } from '../../first-paint/offline-export-page'
import { readSite } from '../../http/pages/site'
import { SetupError } from '../../setup-error'
import { shopIdOfSlug } from '../shops/store'
import { exportFiles } from './export-files'
import { toPublicShop } from './exported-shop'
import { findMissingBlobs, locateMissingFiles } from './missing-files'
import { readExport } from './read-export'
import { createZip } from './zip'

/** A file that cannot be read or written, as an error with its name; other errors as they are. */
export function toFileError(error: unknown, file: string): unknown {
  const code = getErrorCode(error)
  return /^(ENOENT|EACCES|EISDIR|EROFS|ENOSPC|ENOTDIR)$/.test(code)
    ? new SetupError(`${file} cannot be read or written (${code}).`)
    : error
}

/** Exports a shop to a zip. The file gets its name only when it is complete. @throws SetupError */
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
