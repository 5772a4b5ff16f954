import { toEmbeddedPicture } from './embedded-picture'
import type { Files } from './folder'
import { photosInHtml } from './photos-in-html'
import { prepare, renderShop } from './render-shop'
import type { ShopSource } from './shop-source'
import { weappFiles } from './weapp-files'

/** Number of pictures visible before scrolling. */
const MAX_FIRST_PICTURES = 6

/** Small pictures of the first screen, by server path without the width. */
async function firstPictures(source: ShopSource): Promise<Map<string, Buffer>> {
  await prepare()
  const paths = new Map<string, string>()
  for (const path of photosInHtml(renderShop(source).html)) {
    const photo = path.replace(/-\d+\.webp$/, '')
    if (paths.size < MAX_FIRST_PICTURES && !paths.has(photo)) paths.set(photo, path)
  }
  const entries = await Promise.all(
    [...paths].map(async ([photo, path]): Promise<[string, Buffer | undefined]> => {
      const bytes = await source.picture(path)
      return [photo, bytes && (await toEmbeddedPicture(bytes))]
    }),
  )
  return new Map(entries.filter((entry): entry is [string, Buffer] => entry[1] !== undefined))
}

/** Compiles a shop's mini-program from the engine. */
export async function compileWeapp(engine: Files, source: ShopSource, appid: string): Promise<Files> {
  return weappFiles(engine, { source, appid, pictures: await firstPictures(source) })
}
