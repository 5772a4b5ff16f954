import { luminance } from '@/domain/theme'
import type { EmbeddedShop } from '@/platform/embedded-shop/embedded-shop-types'
import { pages } from '@/routes'
import { type Files, textOf } from './folder'
import { pruneSections } from './prune-sections'
import type { ShopSource } from './shop-source'
import { themeStyle } from './theme-style'

interface WeappShop {
  source: ShopSource
  appid: string
  /** Small pictures by the server's path without its width. */
  pictures: ReadonlyMap<string, Buffer>
}

/** JSON as a script may hold it. */
export const inScript = (value: unknown) =>
  JSON.stringify(value).replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)

/** WeChat's bar takes black or white words only. */
const onColour = (colour: string) => (luminance(colour) > 0.18 ? 'black' : 'white')

function windowOf({ shop, look }: ShopSource['storefront']) {
  return {
    navigationBarBackgroundColor: look.theme.brand,
    navigationBarTextStyle: onColour(look.theme.brand),
    navigationBarTitleText: shop.name,
    backgroundColor: look.theme.ground,
  }
}

/** `ext.json`: what WeChat tells an app that was made from a template already uploaded. */
export function extOf({ storefront, api }: ShopSource, appid: string) {
  const { shop } = storefront
  return {
    extEnable: true,
    extAppid: appid,
    directCommit: false,
    ext: { slug: shop.slug, api, name: shop.name },
    window: windowOf(storefront),
  }
}

const projectOf = ({ shop }: ShopSource['storefront'], appid: string) => ({
  miniprogramRoot: './',
  projectname: shop.slug,
  description: shop.name,
  appid,
  compileType: 'miniprogram',
  setting: { urlCheck: true, es6: false, enhance: false, postcss: false, minified: false },
  packOptions: { ignore: [{ type: 'file', value: '.kaizhang-shop.json' }], include: [] },
})

/** The whole mini-program of one shop: the engine, with the shop's own name, colours, screen and pictures in it. */
export function weappFiles(engine: Files, { source, appid, pictures }: WeappShop): Files {
  const { storefront, api, at } = source
  const files = pruneSections(engine, storefront.look)
  const write = (name: string, text: string) => files.set(name, Buffer.from(text))
  const change = (name: string, fields: object) =>
    write(name, JSON.stringify({ ...JSON.parse(textOf(engine, name)), ...fields }))
  const inside: Record<string, string> = {}
  for (const [photo, bytes] of pictures) {
    const name = `pictures/${files.size}.jpg`
    inside[photo] = `/${name}`
    files.set(name, bytes)
  }
  const carried: EmbeddedShop = { slug: storefront.shop.slug, api, at, storefront, pictures: inside }
  write('carried-shop.js', `module.exports=${inScript(carried)}`)
  const app = JSON.parse(textOf(engine, 'app.json'))
  write('app.json', JSON.stringify({ ...app, window: { ...app.window, ...windowOf(storefront) } }))
  change(`${pages.shop}.json`, { navigationBarTitleText: storefront.shop.name })
  write('app.wxss', `${textOf(files, 'app.wxss')}page{${themeStyle(storefront.look.theme)}}`)
  write('project.config.json', JSON.stringify(projectOf(storefront, appid), null, 2))
  return files
}
