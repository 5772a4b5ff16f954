import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { MAX_VOICE_BYTES } from '@/domain/voice'
import { firstScreenProducts } from '@/templates/first-screen-products'
import { checkExport, NewerExportError } from '../server/modules/exports/check-export'
import { type ExportedShop, toPublicShop } from '../server/modules/exports/exported-shop'
import {
  MAX_PHOTO_FILE_BYTES,
  MAX_SHOP_BYTES,
  SHOP_FILE,
  VOICES_FOLDER,
} from '../server/modules/exports/file-names'
import { openZip } from '../server/modules/exports/unzip'
import { SetupError } from '../server/setup-error'
import { CompileError } from './compile-error'
import { ApiUnreachableError, fetchShopIdentity } from './read-api'
import type { ShopSource } from './shop-source'

/** Number of products in a storefront's reply; further ones come from the server. */
const FIRST_PRODUCTS = 40

/** Reads a file of an export by its name. */
type ReadFile = (name: string) => Buffer | undefined

function inFolder(folder: string): ReadFile {
  return (name) => {
    try {
      return readFileSync(path.join(folder, name))
    } catch {
      return undefined
    }
  }
}

/** Decompresses a file only when it is read. */
function inZip(file: string): ReadFile {
  const orMalformed = <T>(read: () => T): T => {
    try {
      return read()
    } catch (error) {
      throw new CompileError('malformed', `${file} cannot be read: ${(error as Error).message}`)
    }
  }
  const zip = orMalformed(() => openZip(readFileSync(file)))
  return (name) => orMalformed(() => zip.read(name, maxBytesOf(name)))
}

function maxBytesOf(name: string): number {
  if (name === SHOP_FILE) return MAX_SHOP_BYTES
  return name.startsWith(VOICES_FOLDER) ? MAX_VOICE_BYTES : MAX_PHOTO_FILE_BYTES
}

/** Opens an export: a zip, its unpacked folder, or the `shop.json` in it. */
function openExport(exportPath: string): ReadFile {
  if (statSync(exportPath).isDirectory()) return inFolder(exportPath)
  if (path.basename(exportPath) === SHOP_FILE) return inFolder(path.dirname(exportPath))
  return inZip(exportPath)
}

function parseExport(text: string | undefined, exportPath: string): ExportedShop {
  if (text === undefined)
    throw new CompileError('malformed', `${exportPath} has no ${SHOP_FILE}: it is no exported shop.`)
  try {
    return checkExport(text)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    throw new CompileError(
      error instanceof NewerExportError ? 'newer-section' : 'malformed',
      `${exportPath}: ${error.message}`,
    )
  }
}

/** Earlier times are placeholders: zips may state 1980 for their files. */
const NO_TIME = Date.UTC(2000, 0)

function timeOf(exportPath: string, now: number): number {
  const time = Math.floor(statSync(exportPath).mtimeMs)
  return time < NO_TIME ? now : time
}

/**
 * Throws `wrong-shop` when the server has another shop, or none, at this slug: the app would send it orders. An unreachable
 * server only causes a warning, so an app can be compiled offline.
 */
async function checkServer(
  { id, slug, name }: ExportedShop['shop'],
  api: string,
  warn: (words: string) => void,
) {
  const shopError = (found: string) =>
    new CompileError(
      'wrong-shop',
      `${api} has ${found} at /s/${slug}, not "${name}" (${id}). A shop may have got a new address as it was imported: compile it with --shop and the slug that it has there.`,
    )
  try {
    const found = await fetchShopIdentity(api, slug)
    if (found === undefined) throw shopError('no shop')
    if (found.id !== id) throw shopError(`another shop, "${found.name}",`)
  } catch (error) {
    if (!(error instanceof ApiUnreachableError)) throw error
    warn(
      `${error.message} So it was not checked that /s/${slug} there is "${name}" (${id}). Look at ${api}/s/${slug} before anybody gets this app.`,
    )
  }
}

interface ReadOptions {
  /** Where the app sends orders. */
  api: string | undefined
  now: number
  warn(words: string): void
}

/** Reads an exported shop (`POST …/exports`). */
export async function readFromExport(
  exportPath: string,
  { api, now, warn }: ReadOptions,
): Promise<ShopSource> {
  const read = openExport(exportPath)
  const shown = toPublicShop(parseExport(read(SHOP_FILE)?.toString('utf8'), exportPath))
  if (api === undefined)
    throw new CompileError(
      'no-api',
      `${exportPath} does not say where its server is. Tell it with --api: orders go there.`,
    )
  await checkServer(shown.shop, api, warn)
  return {
    storefront: { ...shown, products: await firstScreenProducts(shown.look, shown.products, FIRST_PRODUCTS) },
    at: timeOf(exportPath, now),
    api,
    picture: async (name) => read(name.replace(/^\//, '')),
  }
}
