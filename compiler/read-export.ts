import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { EXPORT_FORMAT, EXPORT_KIND, type ShopExport } from '@/contract/exports'
import type { Storefront } from '@/features/storefront/use-storefront'
import { unzip } from '../server/modules/exports/unzip'
import { readStorefront } from './check-shop'
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

function parse(text: string | undefined, place: string): Record<string, unknown> {
  if (text === undefined)
    throw new CompileFault('malformed', `${place} has no ${NAME}: it is no exported shop.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new CompileFault('malformed', `${NAME} of ${place} is no JSON: ${(error as Error).message}`)
  }
  if (typeof value !== 'object' || value === null || Reflect.get(value, 'kind') !== EXPORT_KIND)
    throw new CompileFault(
      'malformed',
      `${NAME} of ${place} is no exported shop: its kind is not "${EXPORT_KIND}".`,
    )
  return value as Record<string, unknown>
}

function storefrontOf(value: Record<string, unknown>, place: string): Storefront {
  if (typeof value.format !== 'number' || value.format > EXPORT_FORMAT)
    throw new CompileFault(
      'newer-section',
      `${place} is an export of form ${value.format}, this compiler knows up to ${EXPORT_FORMAT}. Update Kaizhang.`,
    )
  const { shop, look, products } = value as Partial<typeof ShopExport.static>
  if (!Array.isArray(products)) throw new CompileFault('malformed', `${place} has no list of products.`)
  const all = readStorefront({ shop, look, products }, place)
  return { ...all, products: all.products.filter(({ onSale }) => onSale).slice(0, FIRST_PRODUCTS) }
}

/** A shop as it was exported (`POST …/exports`). `api` is where its app sends orders. */
export function readFromExport(place: string, api: string | undefined): ShopSource {
  const read = opened(place)
  const storefront = storefrontOf(parse(read(NAME)?.toString('utf8'), place), place)
  if (api === undefined)
    throw new CompileFault(
      'no-api',
      `${place} does not say where its server is. Tell it with --api: orders go there.`,
    )
  return {
    storefront,
    at: Math.floor(statSync(place).mtimeMs),
    api,
    picture: async (name) => read(name.replace(/^\//, '')),
  }
}
