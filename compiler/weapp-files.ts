import type { Look } from '@/domain/look/look'
import { luminance } from '@/domain/look/theme'
import type { EmbeddedShop } from '@/platform/embedded-shop/embedded-shop-types'
import { pages } from '@/routes'
import { type Files, textOf } from './folder'
import { removeGroupBuyPage, showsGroupBuys } from './group-buy-page'
import type { ShopSource } from './shop-source'
import { themeStyle } from './theme-style'
import { removeUnusedRules, unusedFormClasses } from './unused-styles'

/** Written by the engine's build: the stub of each section's script by name. */
const STUBS = 'section-stubs.json'

/** Removes the styles and the script content of sections, the styles of forms, and the page of group buys that a shop does not use. */
function pruneSections(engine: Files, look: Look): Files {
  const { sections } = look
  const files: Files = new Map(engine)
  const used = new Set(sections.map(({ kind }) => `section-${kind}.js`))
  let styles = textOf(engine, 'app.wxss')
  for (const [script, stub] of Object.entries(JSON.parse(textOf(engine, STUBS)) as Record<string, string>)) {
    if (used.has(script)) continue
    const style = script.replace(/\.js$/, '.wxss')
    files.set(script, Buffer.from(stub))
    files.delete(style)
    styles = styles.replace(`@import "./${style}";`, '')
  }
  files.set('app.wxss', Buffer.from(styles))
  files.delete(STUBS)
  if (!showsGroupBuys(look)) removeGroupBuyPage(files)
  const unused = unusedFormClasses(look)
  for (const [name, text] of files)
    if (name.endsWith('.wxss')) files.set(name, Buffer.from(removeUnusedRules(text.toString('utf8'), unused)))
  return files
}

interface WeappShop {
  source: ShopSource
  appid: string
  /** Small pictures by server path without the width. */
  pictures: ReadonlyMap<string, Buffer>
}

/** JSON that is safe inside a script. */
export const toScriptJson = (value: unknown) =>
  JSON.stringify(value).replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)

/** WeChat's navigation bar supports only black or white text. */
const titleTextStyle = (colour: string) => (luminance(colour) > 0.18 ? 'black' : 'white')

function windowOf({ shop, look }: ShopSource['storefront']) {
  return {
    navigationBarBackgroundColor: look.theme.brand,
    navigationBarTextStyle: titleTextStyle(look.theme.brand),
    navigationBarTitleText: shop.name,
    backgroundColor: look.theme.ground,
  }
}

/** `ext.json`: configures an app that uses a template uploaded before. */
export function createExtJson({ storefront, api }: ShopSource, appid: string) {
  const { shop } = storefront
  return {
    extEnable: true,
    extAppid: appid,
    directCommit: false,
    ext: { slug: shop.slug, api, name: shop.name },
    window: windowOf(storefront),
  }
}

const createProjectConfig = ({ shop }: ShopSource['storefront'], appid: string) => ({
  // with './', WeChat's release tool finds no components
  miniprogramRoot: '',
  projectname: shop.slug,
  description: shop.name,
  appid,
  compileType: 'miniprogram',
  setting: { urlCheck: true, es6: false, enhance: false, postcss: false, minified: false },
  packOptions: { ignore: [{ type: 'file', value: '.kaizhang-shop.json' }], include: [] },
})

/** Creates the mini-program of one shop: the engine with the shop's data, colours, pictures and settings. */
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
  const embedded: EmbeddedShop = { slug: storefront.shop.slug, api, at, storefront, pictures: inside }
  write('embedded-shop.js', `module.exports=${toScriptJson(embedded)}`)
  const app = JSON.parse(textOf(files, 'app.json'))
  write('app.json', JSON.stringify({ ...app, window: { ...app.window, ...windowOf(storefront) } }))
  change(`${pages.shop}.json`, { navigationBarTitleText: storefront.shop.name })
  write('app.wxss', `${textOf(files, 'app.wxss')}page{${themeStyle(storefront.look.theme)}}`)
  write('project.config.json', JSON.stringify(createProjectConfig(storefront, appid), null, 2))
  return files
}
