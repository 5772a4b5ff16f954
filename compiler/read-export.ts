import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { shownFirst } from '@/templates/shown-first'
import { checkExport, NewerExport } from '../server/modules/exports/check-export'
import { type Exported, shownOf } from '../server/modules/exports/exported'
import { unzip } from '../server/modules/exports/unzip'
import { SetupError } from '../server/settings'
import { CompileFault } from './fault'
import type { ShopSource } from './shop-source'

const NAME = 'shop.json'

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

function inZip(file: string): ReadFile {
  try {
    const files = unzip(readFileSync(file), () => true)
    return (name) => {
      const bytes = files.get(name)
      return bytes && Buffer.from(bytes)
    }
  } catch (error) {
    throw new CompileFault('malformed', `${file} cannot be read: ${(error as Error).message}`)
  }
}

/** An export is a zip, its folder unpacked, or the file in that. */
function opened(place: string): ReadFile {
  if (statSync(place).isDirectory()) return inFolder(place)
  if (path.basename(place) === NAME) return inFolder(path.dirname(place))
  return inZip(place)
}

function exportIn(text: string | undefined, place: string): Exported {
  if (text === undefined)
    throw new CompileFault('malformed', `${place} has no ${NAME}: it is no exported shop.`)
  try {
    return checkExport(text)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    throw new CompileFault(
      error instanceof NewerExport ? 'newer-section' : 'malformed',
      `${place}: ${error.message}`,
    )
  }
}

/** A shop as it was exported (`POST …/exports`). `api` is where its app sends orders. */
export async function readFromExport(place: string, api: string | undefined): Promise<ShopSource> {
  const read = opened(place)
  const shown = shownOf(exportIn(read(NAME)?.toString('utf8'), place))
  if (api === undefined)
    throw new CompileFault(
      'no-api',
      `${place} does not say where its server is. Tell it with --api: orders go there.`,
    )
  return {
    storefront: { ...shown, products: await shownFirst(shown.look, shown.products, FIRST_PRODUCTS) },
    at: Math.floor(statSync(place).mtimeMs),
    api,
    picture: async (name) => read(name.replace(/^\//, '')),
  }
}
