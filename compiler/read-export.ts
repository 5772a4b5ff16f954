import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { MAX_VOICE_BYTES } from '@/domain/voice'
import { shownFirst } from '@/templates/shown-first'
import { checkExport, NewerExportError } from '../server/modules/exports/check-export'
import { type Exported, shownOf } from '../server/modules/exports/exported'
import {
  MOST_PHOTO_FILE,
  MOST_SHOP_BYTES,
  SHOP_FILE,
  VOICES_FOLDER,
} from '../server/modules/exports/file-names'
import { openZip } from '../server/modules/exports/unzip'
import { SetupError } from '../server/settings'
import { CompileFault } from './compile-error'
import { ApiSilent, shopAt } from './read-api'
import type { ShopSource } from './shop-source'

/** As many products as a storefront's reply has; the others come from the server. */
const FIRST_PRODUCTS = 40

/** Files of an export by their names inside it. */
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

/** A file is unpacked as it is asked for: what the shop does not name never is. */
function inZip(file: string): ReadFile {
  const orMalformed = <T>(read: () => T): T => {
    try {
      return read()
    } catch (error) {
      throw new CompileFault('malformed', `${file} cannot be read: ${(error as Error).message}`)
    }
  }
  const zip = orMalformed(() => openZip(readFileSync(file)))
  return (name) => orMalformed(() => zip.read(name, mostOf(name)))
}

function mostOf(name: string): number {
  if (name === SHOP_FILE) return MOST_SHOP_BYTES
  return name.startsWith(VOICES_FOLDER) ? MAX_VOICE_BYTES : MOST_PHOTO_FILE
}

/** An export is a zip, its folder unpacked, or the file in that. */
function opened(place: string): ReadFile {
  if (statSync(place).isDirectory()) return inFolder(place)
  if (path.basename(place) === SHOP_FILE) return inFolder(path.dirname(place))
  return inZip(place)
}

function exportIn(text: string | undefined, place: string): Exported {
  if (text === undefined)
    throw new CompileFault('malformed', `${place} has no ${SHOP_FILE}: it is no exported shop.`)
  try {
    return checkExport(text)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    throw new CompileFault(
      error instanceof NewerExportError ? 'newer-section' : 'malformed',
      `${place}: ${error.message}`,
    )
  }
}

/** Zips may say of their files that they are of 1980, and folders unpacked from them say it, too. */
const NO_TIME = Date.UTC(2000, 0)

function timeOf(place: string, now: number): number {
  const time = Math.floor(statSync(place).mtimeMs)
  return time < NO_TIME ? now : time
}

/**
 * Refuses a server that has another shop under this slug, or none: the app would show that, and send it orders. A server
 * that cannot be reached is only warned of, so that an app can be made away from any network.
 */
async function checkServer({ id, slug, name }: Exported['shop'], api: string, say: (words: string) => void) {
  const wrong = (there: string) =>
    new CompileFault(
      'wrong-shop',
      `${api} has ${there} at /s/${slug}, not "${name}" (${id}). A shop may have got a new address as it was imported: compile it with --shop and the slug that it has there.`,
    )
  try {
    const there = await shopAt(api, slug)
    if (there === undefined) throw wrong('no shop')
    if (there.id !== id) throw wrong(`another shop, "${there.name}",`)
  } catch (error) {
    if (!(error instanceof ApiSilent)) throw error
    say(
      `${error.message} So it was not checked that /s/${slug} there is "${name}" (${id}). Look at ${api}/s/${slug} before anybody gets this app.`,
    )
  }
}

interface How {
  /** Where the app sends orders. */
  api: string | undefined
  now: number
  say(words: string): void
}

/** A shop as it was exported (`POST …/exports`). */
export async function readFromExport(place: string, { api, now, say }: How): Promise<ShopSource> {
  const read = opened(place)
  const shown = shownOf(exportIn(read(SHOP_FILE)?.toString('utf8'), place))
  if (api === undefined)
    throw new CompileFault(
      'no-api',
      `${place} does not say where its server is. Tell it with --api: orders go there.`,
    )
  await checkServer(shown.shop, api, say)
  return {
    storefront: { ...shown, products: await shownFirst(shown.look, shown.products, FIRST_PRODUCTS) },
    at: timeOf(place, now),
    api,
    picture: async (name) => read(name.replace(/^\//, '')),
  }
}
